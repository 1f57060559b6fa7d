"""Breaks and duties of every shift on duty, and how long anybody works without a break."""

from collections import defaultdict
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from itertools import pairwise

from planner.checker.book import Book, Seen, Sheet
from planner.checker.clock import of_shift
from planner.checker.codes import Code, fault
from planner.model.findings import Finding
from planner.model.plan import StopKind
from planner.model.staff import Shift

_LONGEST_WORK = 5 * 3600
"""Nobody works longer without a break (Arbetstidslagen 15 §)."""


@dataclass(frozen=True, slots=True)
class _Part:
    """A break or duty of the roster; it starts within [``earliest``, ``latest``]."""

    kind: StopKind
    place: str | None
    duration: int
    earliest: int
    latest: int


def check_activities(book: Book, sheet: Sheet) -> Iterator[Finding]:
    """Yield breaks and duties that are missing, unknown, moved or of another length."""
    done: dict[str, dict[str, list[Seen]]] = defaultdict(lambda: defaultdict(list))
    for seen in sheet.stops():
        if seen.stop.kind is not StopKind.VISIT:
            done[seen.round.shift][seen.stop.id].append(seen)
    for shift in book.shifts.values():
        parts = _parts(shift)
        if shift.day in book.days and not book.is_away(shift.caregiver, shift.id):
            yield from _missing(shift, parts, done[shift.id])
            yield from _stretches(book, shift, parts, done[shift.id])
    for name, found in done.items():
        known = book.shifts.get(name)
        parts = _parts(known) if known else {}
        for stops in found.values():
            yield from _found(parts.get(stops[0].stop.id), stops)


def _parts(shift: Shift) -> Mapping[str, _Part]:
    """Return the breaks and duties of a shift by the codes they have in a plan."""
    parts = {}
    for number, rest in enumerate(shift.breaks, 1):
        opens, closes = (
            of_shift(shift.day, shift.start, shift.end, wall)
            for wall in (rest.earliest_start, rest.latest_start)
        )
        parts[f"{shift.id}:break:{number}"] = _Part(
            StopKind.BREAK, rest.place, rest.duration, opens, closes
        )
    for number, duty in enumerate(shift.duties, 1):
        begins = of_shift(shift.day, shift.start, shift.end, duty.start)
        parts[f"{shift.id}:{duty.kind.value}:{number}"] = _Part(
            StopKind.DUTY, duty.place, duty.duration, begins, begins
        )
    return parts


def _missing(
    shift: Shift, parts: Mapping[str, _Part], done: Mapping[str, list[Seen]]
) -> Iterator[Finding]:
    """Yield what the roster has and the round has not."""
    for name, part in parts.items():
        if not done.get(name):
            code = Code.BREAK_MISSING if part.kind is StopKind.BREAK else Code.DUTY_MISSING
            yield fault(code, shift=shift.id, caregiver=shift.caregiver, activity=name)


def _found(part: _Part | None, stops: list[Seen]) -> Iterator[Finding]:
    """Yield what is wrong with the stops of one activity."""
    for seen in stops:
        if part is None or part.kind is not seen.stop.kind:
            yield fault(Code.UNKNOWN_ACTIVITY, **seen.names, kind=seen.stop.kind.value)
            continue
        rest = part.kind is StopKind.BREAK
        if not part.earliest <= seen.start <= part.latest:
            code = Code.BREAK_OUTSIDE_WINDOW if rest else Code.DUTY_WRONG_TIME
            window = {"earliest": part.earliest, "latest": part.latest}
            yield fault(code, **seen.names, start=seen.start, **window)
        if seen.end - seen.start != part.duration:
            code = Code.BREAK_WRONG_LENGTH if rest else Code.DUTY_WRONG_LENGTH
            length = seen.end - seen.start
            yield fault(code, **seen.names, seconds=length, expected=part.duration)
        if part.place is not None and seen.stop.place != part.place:
            yield fault(Code.WRONG_PLACE, **seen.names, place=seen.stop.place, expected=part.place)
    if len(stops) > 1:
        yield fault(Code.ACTIVITY_TWICE, **stops[0].names, count=len(stops))


def _stretches(
    book: Book, shift: Shift, parts: Mapping[str, _Part], done: Mapping[str, list[Seen]]
) -> Iterator[Finding]:
    """Yield stretches of the shift, from start, break or end to the next, that are too long."""
    begins, ends = book.hours[shift.id]
    breaks = [
        (seen.start, seen.end)
        for name, stops in done.items()
        if name in parts and parts[name].kind is StopKind.BREAK
        for seen in stops
    ]
    marks = [(begins, begins), *sorted(breaks), (ends, ends)]
    for (_, works_from), (works_to, _) in pairwise(marks):
        if works_to - works_from > _LONGEST_WORK:
            yield fault(
                Code.WORK_TOO_LONG,
                shift=shift.id,
                caregiver=shift.caregiver,
                start=works_from,
                end=works_to,
                seconds=works_to - works_from,
            )
