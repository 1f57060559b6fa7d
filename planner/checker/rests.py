"""Rest between working days, and free time in a week, by the agreement of each caregiver."""

from collections import defaultdict
from collections.abc import Iterator
from datetime import time, timedelta
from itertools import pairwise

from planner.checker.book import Book, Sheet
from planner.checker.clock import on_the_wall
from planner.checker.codes import Code, fault, remark
from planner.model.agreements import AGREEMENTS, Agreement
from planner.model.findings import Finding
from planner.model.staff import Shift


def check_rests(book: Book, sheet: Sheet) -> Iterator[Finding]:
    """Yield rests that are too short: shorter than allowed a fault, than wanted a remark."""
    planned = {row.shift for row, _ in sheet.rounds}
    own: dict[str, list[Shift]] = defaultdict(list)
    for shift in book.shifts.values():
        works = shift.id in planned if shift.day in book.days else not _off(book, shift)
        if works:
            own[shift.caregiver].append(shift)
    for caregiver, shifts in own.items():
        shifts.sort(key=lambda row: book.hours[row.id])
        agreement = _agreement(book, caregiver)
        for early, late in pairwise(shifts):
            free = book.hours[late.id][0] - book.hours[early.id][1]
            if early.day == late.day or free >= agreement.daily_rest:
                continue
            if free < agreement.least_rest or planned & {early.id, late.id}:
                say = fault if free < agreement.least_rest else remark
                names = {"caregiver": caregiver, "shift": late.id, "other": early.id}
                yield say(Code.REST_TOO_SHORT, **names, seconds=free, expected=agreement.daily_rest)
        yield from _weeks(book, caregiver, shifts, agreement)


def _off(book: Book, shift: Shift) -> bool:
    return book.is_away(shift.caregiver, shift.id)


def _agreement(book: Book, caregiver: str) -> Agreement:
    """Return what holds for a caregiver; nothing but the law where nothing is known."""
    person = book.caregivers.get(caregiver)
    name = person.employer_profile if person else ""
    for row in (*reversed(book.case.agreements), *AGREEMENTS):
        if row.id == name:
            return row
    return Agreement(id="law")


def _weeks(
    book: Book, caregiver: str, shifts: list[Shift], agreement: Agreement
) -> Iterator[Finding]:
    """Yield the first seven days in a row without the weekly rest."""
    for first in book.days[: max(0, len(book.days) - 6)]:
        opens = on_the_wall(first, time())
        closes = on_the_wall(first + timedelta(days=7), time())
        work = [book.hours[shift.id] for shift in shifts]
        marks = [(opens, opens), *(row for row in work if row[1] > opens and row[0] < closes)]
        marks.append((closes, closes))
        free = max(two[0] - one[1] for one, two in pairwise(marks))
        if free < agreement.weekly_rest:
            yield fault(
                Code.WEEKLY_REST_TOO_SHORT,
                caregiver=caregiver,
                day=first,
                seconds=free,
                expected=agreement.weekly_rest,
            )
            return
