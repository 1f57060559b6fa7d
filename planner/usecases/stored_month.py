"""The month as the store knows it: imported documents, published plans, or the locked month."""

from collections.abc import Callable
from dataclasses import replace
from datetime import date, datetime
from typing import Protocol

from planner.model.case import Case
from planner.model.plan import Plan
from planner.pay.gather.join import Joined, join, key_of
from planner.pay.gather.plans import with_plans
from planner.pay.model.month import Month
from planner.pay.settlement import MonthKey


class MonthSource(Protocol):
    """Keeps month documents and published plans."""

    def take_in_month(self, key: MonthKey, month: Month, now: datetime) -> tuple[int, bool]:
        """Store a document about ``key``; return its number, and whether it is new."""
        ...

    def month_documents(self, key: MonthKey) -> tuple[Month, ...]:
        """Return the documents about ``key``."""
        ...

    def published_between(self, first: date, last: date) -> tuple[tuple[Plan, Case], ...]:
        """Return plans published for days from ``first`` to ``last``, in that order."""
        ...


def import_month(month: Month, store: MonthSource, now: datetime) -> tuple[int, bool]:
    """Add ``month`` to the documents of its month; return its number, and whether it is new."""
    return store.take_in_month(key_of(month), month, now)


def stored_month(
    key: MonthKey,
    store: MonthSource,
    belongs: Callable[[Case], bool],
    made_up: Callable[[Case], bool] = lambda _: False,
) -> Joined:
    """Return the month ``key`` from its documents and the published plans that belong to it.

    ``belongs`` says whether a case is of the month's municipality and unit. In which order the
    documents were imported does not matter; plans count in the order they were published. A month
    with plans of a case that is ``made_up`` is made up as well.
    """
    joined = join(key, store.month_documents(key))
    plans = store.published_between(joined.month.first, joined.month.last)
    own = [row for row in plans if belongs(row[1])]
    found = with_plans(key, joined, own)
    if not any(made_up(case) for _, case in own):
        return found
    return replace(found, month=found.month.model_copy(update={"demo": True}))
