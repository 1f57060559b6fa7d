"""What a planner has pinned does not move."""

from collections.abc import Iterator

from planner.checker.book import Book, Sheet
from planner.checker.clock import seconds
from planner.checker.codes import Code, fault, remark
from planner.model.findings import Finding


def check_pins(book: Book, sheet: Sheet) -> Iterator[Finding]:
    """Yield pinned seats with another caregiver or another start; pins of no visit say nothing."""
    for pin in book.case.pins:
        names = {"visit": pin.visit, "seat": pin.seat, "caregiver": pin.caregiver}
        if pin.visit not in book.needs:
            continue
        stops = [seen for seen in sheet.visits.get(pin.visit, ()) if seen.stop.seat == pin.seat]
        if not stops:
            yield remark(Code.PIN_UNPLACED, **names)
        for seen in stops:
            if seen.round.caregiver != pin.caregiver:
                yield fault(Code.PIN_OTHER_CAREGIVER, **names, value=seen.round.caregiver)
            if pin.start is not None and seen.start != seconds(pin.start):
                start, expected = seen.start, seconds(pin.start)
                yield fault(Code.PIN_OTHER_START, **names, start=start, expected=expected)
