"""Which days are near: where the freeze horizon ends, and what is published until then."""

from datetime import date, timedelta

from planner.calendar.clock import ZONE
from planner.model.case import Case
from planner.model.plan import Round
from planner.ports import Clock
from planner.published.days import published_days
from planner.published.ports import PublishedPlans

FROZEN_DAYS = 2
"""Today and tomorrow."""


def today(clock: Clock) -> date:
    """Return the Swedish date of now."""
    return clock.now().astimezone(ZONE).date()


def frozen_until(today: date, first: date, days: int) -> date:
    """Return the first day that is not frozen: ``days`` days from ``today``.

    A horizon that began before today is planned as on its ``first`` day, so that a night can be
    repeated later.
    """
    return min(today, first) + timedelta(days=days)


def frozen_rounds(case: Case, plans: PublishedPlans, until: date | None) -> tuple[Round, ...]:
    """Return the published rounds of the days of the horizon before ``until``."""
    first = case.horizon.first
    count = 0 if until is None else min(case.horizon.days, (until - first).days)
    days = [first + timedelta(days=number) for number in range(count)]
    return published_days(case.municipality, plans, days).rounds
