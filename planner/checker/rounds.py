"""Rounds against the roster: the right caregiver, present, on the right day, once."""

from collections import Counter, defaultdict
from collections.abc import Iterator
from itertools import combinations

from planner.checker.book import Book, Seen, Sheet
from planner.checker.codes import Code, fault
from planner.model.findings import Finding
from planner.model.places import TravelMode
from planner.model.plan import Round, StopKind
from planner.model.staff import Shift


def check_rounds(book: Book, sheet: Sheet) -> Iterator[Finding]:
    """Yield rounds that the roster does not know or that one person cannot do."""
    counts = Counter(row.shift for row, _ in sheet.rounds)
    for name, count in counts.items():
        if count > 1:
            yield fault(Code.ROUND_TWICE, shift=name, count=count)
    for row, stops in sheet.rounds:
        if row.caregiver not in book.caregivers:
            yield fault(Code.UNKNOWN_CAREGIVER, shift=row.shift, caregiver=row.caregiver)
        shift = book.shifts.get(row.shift)
        if shift is None:
            yield fault(Code.UNKNOWN_SHIFT, shift=row.shift, caregiver=row.caregiver)
        else:
            yield from _against_roster(book, row, shift)
            yield from _vehicle(book, row, shift, stops)
    yield from _two_places(sheet)
    yield from _shared_cars(book, sheet)


def _against_roster(book: Book, row: Round, shift: Shift) -> Iterator[Finding]:
    """Yield where a round and its shift differ, and whether the caregiver is away."""
    if shift.day not in book.days:
        yield fault(Code.OUTSIDE_HORIZON, shift=row.shift, day=shift.day)
    if row.day != shift.day:
        yield fault(Code.ROUND_WRONG_DAY, shift=row.shift, day=row.day, expected=shift.day)
    if row.caregiver != shift.caregiver:
        yield fault(
            Code.OTHER_CAREGIVER,
            shift=row.shift,
            caregiver=row.caregiver,
            expected=shift.caregiver,
        )
    for caregiver in dict.fromkeys((row.caregiver, shift.caregiver)):
        if book.is_away(caregiver, row.shift):
            yield fault(Code.CAREGIVER_ABSENT, shift=row.shift, caregiver=caregiver)


def _vehicle(book: Book, row: Round, shift: Shift, stops: tuple[Seen, ...]) -> Iterator[Finding]:
    """Yield a travel mode that is not the roster's, and a driver without a licence."""
    mode = book.mode(shift)
    if mode is not None and row.mode is not mode:
        yield fault(Code.WRONG_MODE, shift=row.shift, mode=row.mode.value, expected=mode.value)
    person = book.caregivers.get(row.caregiver)
    drives = TravelMode.CAR in (row.mode, mode)
    visits = any(seen.stop.kind is StopKind.VISIT for seen in stops)
    if person is not None and drives and visits and not person.driving_licence:
        yield fault(Code.NO_LICENCE, shift=row.shift, caregiver=row.caregiver)


def _two_places(sheet: Sheet) -> Iterator[Finding]:
    """Yield work of one caregiver at the same time in two rounds."""
    work: dict[str, list[Seen]] = defaultdict(list)
    for seen in sheet.stops():
        if seen.end > seen.start:
            work[seen.round.caregiver].append(seen)
    for caregiver, stops in work.items():
        last: Seen | None = None
        for seen in sorted(stops, key=lambda stop: (stop.start, stop.end)):
            if last is not None and seen.start < last.end and seen.number != last.number:
                yield fault(
                    Code.CAREGIVER_TWICE_AT_ONCE,
                    caregiver=caregiver,
                    **seen.names,
                    other=last.stop.id,
                    start=seen.start,
                )
            last = seen if last is None or seen.end > last.end else last


def _shared_cars(book: Book, sheet: Sheet) -> Iterator[Finding]:
    """Yield a shared car that two rounds with visits use at the same time."""
    users: dict[str, dict[str, tuple[int, int]]] = defaultdict(dict)
    for row, stops in sheet.rounds:
        shift = book.shifts.get(row.shift)
        visits = any(seen.stop.kind is StopKind.VISIT for seen in stops)
        if shift is not None and shift.car is not None and visits:
            users[shift.car][row.shift] = book.hours[row.shift]
    for car, shifts in users.items():
        for (one, first), (two, second) in combinations(shifts.items(), 2):
            if first[0] < second[1] and second[0] < first[1]:
                yield fault(Code.CAR_TWICE_AT_ONCE, car=car, shift=one, other=two)
