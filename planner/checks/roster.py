"""The roster against the law: shifts, rest between them, breaks, duties."""

from collections.abc import Iterator
from datetime import timedelta
from itertools import pairwise

from planner.calendar.clock import day_start
from planner.calendar.errands import days_of
from planner.calendar.turns import LONGEST_STRETCH, lawful_breaks, moment_in, wished_breaks
from planner.checks.codes import Code, Hint
from planner.checks.report import error, warning
from planner.checks.shape import Steps
from planner.checks.subject import Subject
from planner.model.agreements import Agreement
from planner.model.findings import Fault
from planner.model.staff import Shift
from planner.model.units import CaregiverId
from planner.model.visits import Span, Turn

_WEEK = 7


def shift_lengths(subject: Subject) -> Iterator[Fault]:
    """Yield shifts that are too long; whether that is an error depends on the agreement."""
    for number, shift in enumerate(subject.case.shifts):
        turn = subject.turns[shift.id]
        length, agreement = turn.end - turn.start, _agreement(subject, shift.caregiver)
        if length > agreement.longest_shift:
            tell = error if agreement.strict_length else warning
            where = ("shifts", number, "end")
            yield tell(
                Code.SHIFT_TOO_LONG,
                where,
                shift.end,
                Hint.SHORTEN_SHIFT,
                shift=shift.id,
                seconds=length,
                limit=agreement.longest_shift,
            )


def shift_overlaps(subject: Subject) -> Iterator[Fault]:
    """Yield shifts that begin before an earlier one of the same caregiver has ended."""
    for rows in subject.shifts_of.values():
        latest = None
        for number, shift, turn in rows:
            if latest and turn.start < latest[1].end:
                yield error(
                    Code.SHIFTS_OVERLAP,
                    ("shifts", number),
                    shift.id,
                    Hint.MOVE_SHIFT,
                    caregiver=shift.caregiver,
                    other=latest[0].id,
                )
            if latest is None or turn.end > latest[1].end:
                latest = (shift, turn)


def daily_rest(subject: Subject) -> Iterator[Fault]:
    """Yield shifts that follow the day before too soon; the halves of one day count as one."""
    for rows in subject.shifts_of.values():
        for (_, before, first), (number, shift, turn) in pairwise(rows):
            rest, agreement = turn.start - first.end, _agreement(subject, shift.caregiver)
            if before.day == shift.day or not 0 <= rest < agreement.daily_rest:
                continue
            tell = error if rest < agreement.least_rest else warning
            yield tell(
                Code.DAILY_REST_SHORT,
                ("shifts", number, "start"),
                shift.start,
                Hint.MOVE_SHIFT,
                caregiver=shift.caregiver,
                other=before.id,
                seconds=rest,
                limit=agreement.daily_rest,
            )


def weekly_rest(subject: Subject) -> Iterator[Fault]:
    """Yield caregivers without 36 h of rest in seven days of the horizon; first such week each."""
    days = days_of(subject.case.horizon)
    for name, rows in subject.shifts_of.items():
        turns = [turn for _, _, turn in rows]
        for first, last in zip(days, days[_WEEK - 1 :], strict=False):
            week = Span(day_start(first), day_start(last + timedelta(days=1)))
            rest = _longest_rest(turns, week)
            limit = _agreement(subject, name).weekly_rest
            if rest < limit:
                within = [number for number, _, turn in rows if turn.end > week.earliest]
                yield error(
                    Code.WEEKLY_REST_SHORT,
                    ("shifts", within[0]),
                    name,
                    Hint.GIVE_DAY_OFF,
                    caregiver=name,
                    first=first,
                    last=last,
                    seconds=rest,
                    limit=limit,
                )
                break


def breaks(subject: Subject) -> Iterator[Fault]:
    """Yield breaks outside their shift, without room, or too late for the 5 hours of the law."""
    for number, shift in enumerate(subject.case.shifts):
        turn = subject.turns[shift.id]
        steps: Steps = ("shifts", number, "breaks")
        if not shift.breaks and turn.end - turn.start > LONGEST_STRETCH:
            seconds = turn.end - turn.start
            yield _unbroken(steps, None, Hint.ADD_BREAK, shift, seconds)
        spans = zip(shift.breaks, wished_breaks(shift), lawful_breaks(shift, turn), strict=True)
        for position, (rest, wish, lawful) in enumerate(spans):
            where = (*steps, position)
            opens = rest.earliest_start
            if wish.latest < turn.start or wish.earliest + rest.duration > turn.end:
                yield error(
                    Code.BREAK_OUTSIDE_SHIFT,
                    (*where, "earliest_start"),
                    opens,
                    Hint.MOVE_BREAK,
                    shift=shift.id,
                )
            elif lawful is None and wish.earliest <= wish.latest:
                seconds = max(wish.earliest - turn.start, turn.end - wish.latest - rest.duration)
                yield _unbroken((*where, "earliest_start"), opens, Hint.MOVE_BREAK, shift, seconds)
            elif lawful and not _has_room(shift, lawful, rest.duration):
                yield error(
                    Code.BREAK_WITHOUT_ROOM,
                    (*where, "earliest_start"),
                    opens,
                    Hint.MOVE_BREAK,
                    shift=shift.id,
                )


def duties(subject: Subject) -> Iterator[Fault]:
    """Yield duties outside their shift, or at the same time as another one."""
    for number, shift in enumerate(subject.case.shifts):
        turn = subject.turns[shift.id]
        busy_until = None
        for start, end, position in _duty_times(shift):
            where = ("shifts", number, "duties", position, "start")
            wall = shift.duties[position].start
            if start < turn.start or end > turn.end:
                yield error(Code.DUTY_OUTSIDE_SHIFT, where, wall, Hint.MOVE_DUTY, shift=shift.id)
            if busy_until is not None and start < busy_until:
                yield error(Code.DUTIES_OVERLAP, where, wall, Hint.MOVE_DUTY, shift=shift.id)
            busy_until = max(end, busy_until or end)


def split_shifts(subject: Subject) -> Iterator[Fault]:
    """Yield the second shift of a day where the agreement wants days in one piece."""
    for rows in subject.shifts_of.values():
        for (_, before, first), (number, shift, turn) in pairwise(rows):
            one_piece = not _agreement(subject, shift.caregiver).split_shifts
            if one_piece and before.day == shift.day and turn.start > first.end:
                yield warning(
                    Code.SPLIT_SHIFT,
                    ("shifts", number),
                    shift.id,
                    Hint.MOVE_SHIFT,
                    caregiver=shift.caregiver,
                    other=before.id,
                )


def _agreement(subject: Subject, caregiver: CaregiverId) -> Agreement:
    """Return the agreement of ``caregiver``; the bare law for one who is unknown."""
    return subject.agreements.get(caregiver) or Agreement(id="-")


def _longest_rest(turns: list[Turn], week: Span) -> int:
    """Return the longest time without work within ``week``, in seconds; ``turns`` sorted."""
    longest, free_from = 0, week.earliest
    for turn in turns:
        if turn.end > week.earliest and turn.start < week.latest:
            longest = max(longest, turn.start - free_from)
            free_from = max(free_from, turn.end)
    return max(longest, week.latest - free_from)


def _unbroken(steps: Steps, value: object, hint: Hint, shift: Shift, seconds: int) -> Fault:
    """Return the fault of work longer than 5 hours without a break."""
    return error(
        Code.WORK_WITHOUT_BREAK,
        steps,
        value,
        hint,
        shift=shift.id,
        seconds=seconds,
        limit=int(LONGEST_STRETCH),
    )


def _duty_times(shift: Shift) -> list[tuple[int, int, int]]:
    """Return start, end and place in the document of each duty, in order of time."""
    starts = [moment_in(shift, duty.start) for duty in shift.duties]
    rows = zip(starts, shift.duties, strict=True)
    return sorted((start, start + duty.duration, n) for n, (start, duty) in enumerate(rows))


def _has_room(shift: Shift, span: Span, duration: int) -> bool:
    """Say whether a break can start within ``span`` without running into a duty."""
    times = _duty_times(shift)
    starts = [span.earliest, *(end for _, end, _ in times if span.earliest <= end <= span.latest)]
    return any(
        all(start + duration <= begin or end <= start for begin, end, _ in times)
        for start in starts
    )
