"""Is everybody given the time that has been granted."""

from collections import Counter
from collections.abc import Iterator

from planner.checker.book import Book, Sheet
from planner.checker.codes import Code, remark
from planner.model.findings import Finding


def check_extent(book: Book, sheet: Sheet) -> Iterator[Finding]:
    """Yield orders of which visits are open, so that less is given than was granted for the days.

    What an order does not ask for in these days is not missing.
    """
    asked: Counter[str] = Counter()
    given: Counter[str] = Counter()
    for visit, need in book.needs.items():
        seats = {seen.stop.seat for seen in sheet.visits.get(visit, ())}
        for service in need.services:
            asked[service.id] += service.duration
            given[service.id] += service.duration if len(seats) == need.seats else 0
    for order in book.case.orders:
        granted = order.granted_time * len(book.days) // 7
        expected = min(granted, sum(asked[service.id] for service in order.services))
        seconds = sum(given[service.id] for service in order.services)
        if seconds < expected:
            names = {"order": order.id, "client": order.client}
            yield remark(Code.LESS_THAN_GRANTED, **names, seconds=seconds, expected=expected)
