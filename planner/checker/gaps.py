"""Time between the visits of a day that repeat a service, such as medication or meals."""

from collections import defaultdict
from collections.abc import Hashable, Iterator
from dataclasses import dataclass
from itertools import pairwise

from planner.checker.book import Book, Sheet
from planner.checker.codes import Code, fault
from planner.checker.needs import Need
from planner.model.findings import Finding


@dataclass(frozen=True, slots=True)
class _Repeat:
    """A visit as it is planned, and the ``min_gap`` of one kind of service in it."""

    need: Need
    start: int
    least: int


def check_gaps(book: Book, sheet: Sheet) -> Iterator[Finding]:
    """Yield visits of one client and day that follow each other too closely.

    For each kind of service the visits with it are taken as they come; from the end of one to
    the start of the next lies the longer ``min_gap`` of the two.
    """
    days: dict[Hashable, list[_Repeat]] = defaultdict(list)
    for visit, stops in sheet.visits.items():
        need = book.needs.get(visit)
        start = next((seen.start for seen in stops if seen.stop.seat == 1), None)
        if need is not None and start is not None:
            for (who, kind), least in need.gaps.items():
                days[who, need.day, kind].append(_Repeat(need, start, least))
    for visits in days.values():
        in_time = sorted(visits, key=lambda row: (row.start, row.need.id))
        for one, two in pairwise(in_time):
            apart = two.start - one.start - one.need.duration
            needed = max(one.least, two.least)
            if needed and apart < needed:
                pair = {"visit": two.need.id, "other": one.need.id}
                yield fault(Code.GAP_TOO_SHORT, **pair, seconds=apart, expected=needed)
