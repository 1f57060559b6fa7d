"""Dated to-dos of a unit: what is due from one day to another, and what should be done already."""

from datetime import UTC, date, datetime, timedelta

from pydantic import AwareDatetime

from planner.calendar.clock import ZONE
from planner.model.base import Value
from planner.model.units import ClientId
from planner.pay.deadlines.clocks import Clock, clocks, period_end
from planner.pay.deadlines.due import on_day
from planner.pay.deadlines.facts import UnitFacts
from planner.pay.deadlines.kinds import Party, Stake, State


class ToDo(Value):
    """What must be done, and by when.

    Moments are aware, on the Swedish clock. ``due`` is the last moment on time; with
    ``whole_day`` any moment of its day will do, and before ``opens`` it is too early.
    ``act_by`` is ``due``, or the end of the last working day before it where an office task falls
    on a free day. ``deadline`` is the id of the rule's entry, ``about`` the fact's, month or week.
    """

    due: AwareDatetime
    whole_day: bool
    act_by: AwareDatetime
    opens: AwareDatetime | None
    deadline: str
    rule: str
    unit: str
    about: str
    client: ClientId | None
    stake: Stake
    by: Party
    state: State
    done: AwareDatetime | None


def to_dos(facts: UnitFacts, first: date, last: date, now: datetime) -> tuple[ToDo, ...]:
    """Return what is due from ``first`` to ``last``, both included, as it stands at ``now``.

    What is overdue at ``now`` since before ``first`` is told as well: it does not vanish. Of
    months and weeks that holds from ``facts.since`` on. Sorted by due moment.
    Raises ``ValueError`` if ``now`` has no time zone.
    """
    if now.tzinfo is None:
        raise ValueError(f"now without time zone: {now.isoformat()}; give an offset")
    done = {(row.deadline, row.about): row.at.astimezone(ZONE) for row in facts.done}
    rows = []
    for clock in clocks(facts, first, last):
        at = done.get((clock.deadline.id, clock.about))
        overdue = at is None and _seconds(clock.due.at, now) < 0
        if _matters(clock, facts.since, first, last, overdue=overdue):
            rows.append(_to_do(clock, facts, at, now.astimezone(ZONE)))
    return tuple(sorted(rows, key=lambda row: (row.due.astimezone(UTC), row.deadline, row.about)))


def _matters(clock: Clock, since: date | None, first: date, last: date, *, overdue: bool) -> bool:
    """Say whether the clock's date is asked for, or an overdue one."""
    day = clock.due.at.date()
    if first <= day <= last:
        return True
    end = period_end(clock)
    known = end is None or (since is not None and since <= end)
    return day < first and overdue and known


def _to_do(clock: Clock, facts: UnitFacts, done: datetime | None, now: datetime) -> ToDo:
    """Return the to-do of ``clock``, done at ``done`` or not at all."""
    act_by = _act_by(clock, facts)
    return ToDo(
        due=clock.due.at,
        whole_day=clock.due.whole_day,
        act_by=act_by,
        opens=clock.due.opens,
        deadline=clock.deadline.id,
        rule=clock.deadline.rule,
        unit=facts.unit,
        about=clock.about,
        client=clock.client,
        stake=clock.deadline.stake,
        by=clock.deadline.by,
        state=_state(clock, act_by, done, now),
        done=done,
    )


def _act_by(clock: Clock, facts: UnitFacts) -> datetime:
    """Return when an office should have acted; care itself goes on all days of the week (U02)."""
    due, days = clock.due.at, facts.reading.working_days
    if clock.deadline.stake is Stake.SAFETY or days.is_working_day(due.date()):
        return due
    before = days.previous(due.date())
    return due if before < clock.start.day else on_day(before).at


def _state(clock: Clock, act_by: datetime, done: datetime | None, now: datetime) -> State:
    """Return how the to-do stands at ``now``."""
    due = clock.due.at
    if done is not None:
        return State.DONE if _seconds(due, done) >= 0 else State.DONE_LATE
    if _seconds(due, now) < 0:
        return State.OVERDUE
    if now.date() >= min(due, act_by).date():
        return State.DUE_TODAY
    soon = _seconds(act_by, now) <= clock.deadline.lead.total_seconds()
    return State.SOON if soon else State.LATER


def _seconds(later: datetime, sooner: datetime) -> float:
    """Return the time that passes from ``sooner`` to ``later``, in seconds; negative backwards."""
    return (later.astimezone(UTC) - sooner.astimezone(UTC)) / timedelta(seconds=1)
