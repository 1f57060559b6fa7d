"""The roster on the time line: working times, breaks cut to the law, duties."""

from collections import defaultdict
from collections.abc import Iterator, Sequence
from datetime import time, timedelta

from planner.calendar.clock import instant, instant_of
from planner.calendar.errands import days_of
from planner.model.case import Case, StaffAbsence
from planner.model.staff import Shift
from planner.model.units import ActivityId, Instant, Seconds
from planner.model.visits import Activity, Span, Turn

LONGEST_STRETCH = Seconds(5 * 3600)
"""Nobody works longer than this without a break (Arbetstidslagen 15 §)."""

_DAY = timedelta(days=1)


def turn_of(shift: Shift) -> Turn:
    """Return the working time of ``shift``; elapsed time, so 7 or 9 hours on the two nights."""
    ends_on = shift.day if shift.end > shift.start else shift.day + _DAY
    return Turn(shift.id, instant_of(shift.day, shift.start), instant_of(ends_on, shift.end))


def is_away(turn: Turn, absences: Sequence[StaffAbsence]) -> bool:
    """Say whether ``turn`` overlaps one of its caregiver's ``absences``."""
    return any(
        instant(absence.start) < turn.end and turn.start < instant(absence.end)
        for absence in absences
    )


def shifts_on_duty(case: Case) -> Iterator[tuple[Shift, Turn]]:
    """Yield the shifts that start within the horizon and whose caregivers are there."""
    days = days_of(case.horizon)
    absences = defaultdict(list)
    for absence in case.staff_absences:
        absences[absence.caregiver].append(absence)
    for shift in case.shifts:
        turn = turn_of(shift)
        if days[0] <= shift.day <= days[-1] and not is_away(turn, absences[shift.caregiver]):
            yield shift, turn


def moment_in(shift: Shift, wall: time) -> Instant:
    """Return when ``wall`` is in ``shift``: after midnight if the shift passes it."""
    overnight = shift.end <= shift.start and wall < shift.start
    return instant_of(shift.day + _DAY if overnight else shift.day, wall)


def wished_breaks(shift: Shift) -> tuple[Span, ...]:
    """Return when the breaks of ``shift`` start by its roster, in the roster's order."""
    return tuple(
        Span(moment_in(shift, rest.earliest_start), moment_in(shift, rest.latest_start))
        for rest in shift.breaks
    )


def lawful_breaks(shift: Shift, turn: Turn) -> tuple[Span | None, ...]:
    """Return when each break starts so that no stretch of work exceeds the law's 5 hours.

    Whatever start is chosen within each span keeps the law, also when there are several breaks.
    ``None`` stands where nothing is left: a fault of the roster.
    """
    wishes = wished_breaks(shift)
    lengths = [rest.duration for rest in shift.breaks]
    sequence = sorted(range(len(wishes)), key=lambda number: wishes[number].earliest)
    earliest = _latest_safe_starts(
        [wishes[n] for n in sequence], [lengths[n] for n in sequence], turn
    )
    worked_from = turn.start
    spans: dict[int, Span | None] = {}
    for number, opens in zip(sequence, earliest, strict=True):
        closes = min(
            wishes[number].latest, turn.end - lengths[number], worked_from + LONGEST_STRETCH
        )
        spans[number] = Span(opens, Instant(closes)) if opens <= closes else None
        worked_from = Instant(opens + lengths[number])
    return tuple(spans[number] for number in range(len(wishes)))


def _latest_safe_starts(
    wishes: Sequence[Span], lengths: Sequence[int], turn: Turn
) -> list[Instant]:
    """Return how early each break may start, given when the next one (or the end) comes."""
    starts: list[Instant] = []
    following = turn.end
    for wish, length in zip(reversed(wishes), reversed(lengths), strict=True):
        opens = max(wish.earliest, turn.start, following - LONGEST_STRETCH - length)
        starts.append(Instant(opens))
        following = Instant(opens)
    return starts[::-1]


def activities_of(shift: Shift, turn: Turn) -> Iterator[Activity]:
    """Yield the breaks and duties of one shift.

    Where the law leaves a break no start, it keeps the start that its roster says: an input
    fault, reported by the checks.
    """
    spans = zip(shift.breaks, lawful_breaks(shift, turn), wished_breaks(shift), strict=True)
    for number, (rest, span, wish) in enumerate(spans, 1):
        name = ActivityId(f"{shift.id}:break:{number}")
        window = span or Span(wish.earliest, max(wish.earliest, wish.latest))
        yield Activity(name, shift.id, None, rest.place, rest.duration, window)
    for number, duty in enumerate(shift.duties, 1):
        name = ActivityId(f"{shift.id}:{duty.kind}:{number}")
        start = moment_in(shift, duty.start)
        yield Activity(name, shift.id, duty.kind, duty.place, duty.duration, Span(start, start))
