"""Every clock that a unit's facts start: those of events and days, and those that come back."""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date, time, timedelta

from dateutil.relativedelta import relativedelta

from planner.calendar.clock import ZONE
from planner.model.units import ClientId
from planner.pay.deadlines.deadline import Deadline
from planner.pay.deadlines.due import Due, Start, at_clock
from planner.pay.deadlines.facts import UnitFacts
from planner.pay.deadlines.kinds import Period
from planner.pay.deadlines.registry import DEADLINES

_WEEK = timedelta(weeks=1)
_MIDNIGHT = time(0)
_REACH = 3
"""So many months around the days asked for hold every month and week with a date in them."""


@dataclass(frozen=True, slots=True)
class Clock:
    """A deadline that runs: what it is ``about``, for which client, since when, until when."""

    deadline: Deadline
    about: str
    client: ClientId | None
    start: Start
    due: Due


def clocks(facts: UnitFacts, first: date, last: date) -> Iterator[Clock]:
    """Yield every clock that may have its date from ``first`` to ``last``, and earlier ones."""
    for deadline in DEADLINES[facts.municipality]:
        if deadline.about in facts.lacks:
            continue
        for about, client, start in _starts(deadline, facts, first, last):
            due = deadline.count.due(start, facts.reading)
            yield Clock(deadline, about, client, start, due)


def _starts(
    deadline: Deadline, facts: UnitFacts, first: date, last: date
) -> Iterator[tuple[str, ClientId | None, Start]]:
    """Yield what starts ``deadline``: of which fact or period, for whom, when."""
    if isinstance(deadline.starts, Period):
        for about, day in _periods(deadline.starts, facts.since or first, first, last):
            yield about, None, Start(at_clock(day, _MIDNIGHT))
        return
    for event in facts.events:
        if event.kind is deadline.starts:
            yield event.id, event.client, Start(event.at.astimezone(ZONE))
    for fact in facts.days:
        if fact.kind is deadline.starts:
            yield fact.id, fact.client, Start(at_clock(fact.day, _MIDNIGHT), fact.ends)


def _periods(period: Period, since: date, first: date, last: date) -> Iterator[tuple[str, date]]:
    """Yield name and first day of every period that may matter from ``since`` to ``last``."""
    day = min(since, first).replace(day=1) - relativedelta(months=_REACH)
    end = last + relativedelta(months=_REACH)
    if period is Period.MONTH:
        while day <= end:
            yield f"{day:%Y-%m}", day
            day += relativedelta(months=1)
        return
    day -= timedelta(days=day.weekday())
    while day <= end:
        yield f"{day:%G-W%V}", day
        day += _WEEK


def period_end(clock: Clock) -> date | None:
    """Return the last day of the clock's period; none if a fact started it."""
    match clock.deadline.starts:
        case Period.MONTH:
            return clock.start.day + relativedelta(months=1, days=-1)
        case Period.MEAL_WEEK:
            return clock.start.day + timedelta(days=6)
    return None
