"""The unit of work: all of it is stored, or nothing."""

from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass

from sqlalchemy import Engine

from planner.store.cases import Cases
from planner.store.errors import as_store_errors
from planner.store.months import MonthDocuments
from planner.store.night import NightResults
from planner.store.pasts import Pasts
from planner.store.planned_time import PlannedTime
from planner.store.plans import Plans
from planner.store.published import Published
from planner.store.settlements import Settlements


@dataclass(frozen=True, slots=True)
class Work:
    """The repositories of one transaction."""

    cases: Cases
    plans: Plans
    night: NightResults
    pasts: Pasts
    published: Published
    settlements: Settlements
    planned_time: PlannedTime
    months: MonthDocuments


@contextmanager
def unit_of_work(engine: Engine) -> Iterator[Work]:
    """Yield the repositories of a transaction that commits at the end and rolls back on error.

    Raises ``StoreError`` for every fault of the database.
    """
    with as_store_errors(engine.url.render_as_string()), engine.begin() as connection:
        yield Work(
            Cases(connection),
            Plans(connection),
            NightResults(connection),
            Pasts(connection),
            Published(connection),
            Settlements(connection),
            PlannedTime(connection),
            MonthDocuments(connection),
        )
