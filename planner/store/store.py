"""The store that planning saves to."""

from collections.abc import Mapping
from contextlib import AbstractContextManager
from datetime import datetime

from sqlalchemy import Engine

from planner.model.case import Case
from planner.model.plan import Plan
from planner.store import engine as engines
from planner.store.location import parse
from planner.store.schema import prepare
from planner.store.work import Work, unit_of_work


class PlanStore:
    """Keeps cases and plan versions; implements the port ``planner.ports.Store``."""

    def __init__(self, engine: Engine) -> None:
        """Use ``engine``, whose schema is up to date."""
        self._engine = engine

    def save(self, case: Case, plan: Plan, figures: Mapping[str, float], now: datetime) -> bool:
        """Store ``plan`` with its case and key figures, all or nothing.

        When this returns, the plan is on the disk. Return False when this very plan, made at
        whatever moment, was there already. Raises ``StoreError``.
        """
        with self.work() as work:
            if work.plans.has(plan):
                return False
            work.plans.add(plan, work.cases.add(case, now), figures)
        return True

    def work(self) -> AbstractContextManager[Work]:
        """Return a unit of work: repositories that share one transaction."""
        return unit_of_work(self._engine)

    def close(self) -> None:
        """Let go of the database."""
        self._engine.dispose()


def open_store(url: str, patience: float = engines.PATIENCE_SECONDS) -> PlanStore:
    """Open the database at ``url``, made and migrated as needed.

    A writer waits ``patience`` seconds for others. Raises ``StoreError`` when the database is
    locked, read-only, damaged, foreign or of a newer program.
    """
    engine = engines.make_engine(parse(url), patience)
    try:
        prepare(engine)
    except BaseException:
        engine.dispose()
        raise
    return PlanStore(engine)
