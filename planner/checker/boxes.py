"""Meal boxes: no round carries more than its mode holds, and the boxes are fetched first."""

from collections.abc import Iterator

from planner.checker.book import Book, Seen, Sheet
from planner.checker.codes import Code, fault
from planner.model.clients import MealDelivery
from planner.model.findings import Finding
from planner.model.places import TravelMode
from planner.model.plan import Round
from planner.model.staff import Shift


def check_boxes(book: Book, sheet: Sheet) -> Iterator[Finding]:
    """Yield rounds that carry too many boxes or never pass the trolley (U92)."""
    for row, stops in sheet.rounds:
        shift = book.shifts.get(row.shift)
        mode = (book.mode(shift) if shift else None) or row.mode
        boxes = sum(delivery.boxes for delivery in _deliveries(book, stops))
        if boxes > _holds(mode):
            most, how = _holds(mode), mode.value
            yield fault(Code.TOO_MANY_BOXES, shift=row.shift, boxes=boxes, most=most, mode=how)
        if shift is not None:
            yield from _fetched(book, row, shift, stops)


def _holds(mode: TravelMode) -> int:
    """Return how many boxes go into a car, on a bike with panniers, into a trolley bag."""
    match mode:
        case TravelMode.CAR:
            return 40
        case TravelMode.BIKE:
            return 12
        case TravelMode.FOOT:
            return 6


def _deliveries(book: Book, stops: tuple[Seen, ...]) -> Iterator[MealDelivery]:
    """Yield the deliveries of a round, each once."""
    for visit in dict.fromkeys(seen.stop.id for seen in stops):
        need = book.needs.get(visit)
        if need is not None and need.delivery is not None:
            yield need.delivery


def _fetched(book: Book, row: Round, shift: Shift, stops: tuple[Seen, ...]) -> Iterator[Finding]:
    """Yield deliveries before which the round has not been where the boxes are."""
    passed = {shift.start_place}
    for seen in stops:
        need = book.needs.get(seen.stop.id)
        delivery = need.delivery if need else None
        if delivery is not None and delivery.pick_up not in passed:
            yield fault(
                Code.BOXES_NOT_FETCHED,
                shift=row.shift,
                visit=seen.stop.id,
                place=delivery.pick_up,
            )
        if seen.stop.place is not None:
            passed.add(seen.stop.place)
