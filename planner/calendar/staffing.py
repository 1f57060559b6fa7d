"""The order of services within a visit, and the second caregiver of a double-staffed one.

A visit has one stretch with two caregivers. So that it covers exactly the services that need
two (U73, U74), they lie next to each other: a service that is double at its end, then those that
are double throughout, then one that is double at its start.
"""

from collections.abc import Sequence
from itertools import accumulate

from planner.calendar.errands import Errand, double_part
from planner.model.orders import DoublePart
from planner.model.units import Seconds
from planner.model.visits import SecondSeat

_WHOLE = frozenset({DoublePart.FULL, DoublePart.SPLIT, DoublePart.COMPANION})
_PLACE = {DoublePart.LAST: 1, **dict.fromkeys(_WHOLE, 2), DoublePart.FIRST: 3}


def in_order(errands: Sequence[Errand]) -> tuple[Errand, ...]:
    """Return the errands of one visit in the order they are done.

    Double ones come first; if one of them is double at its end, they come last instead. Otherwise
    ``order_in_visit`` decides, then the code.
    """
    parts = {double_part(errand.order, errand.service) for errand in errands}
    single = 0 if DoublePart.LAST in parts else 4

    def key(errand: Errand) -> tuple[int, int, str]:
        place = _PLACE.get(double_part(errand.order, errand.service), single)
        return place, errand.service.order_in_visit, errand.service.id

    return tuple(sorted(errands, key=key))


def lasting(errand: Errand) -> Seconds:
    """Return how long an errand takes: half its time when two split the work (U75)."""
    seconds = errand.service.duration
    split = double_part(errand.order, errand.service) is DoublePart.SPLIT
    return Seconds(-(-seconds // 2)) if split else seconds


def shared_spans(ordered: Sequence[Errand]) -> tuple[tuple[int, int], ...]:
    """Return from when to when, in seconds of the visit, each double service needs two."""
    ends = accumulate(int(lasting(errand)) for errand in ordered)
    spans: list[tuple[int, int]] = []
    for errand, end in zip(ordered, ends, strict=True):
        length = lasting(errand)
        part = double_part(errand.order, errand.service)
        shared = min(errand.service.double.duration or length, length)
        if part in _WHOLE:
            spans.append((end - length, end))
        elif part is DoublePart.FIRST:
            spans.append((end - length, end - length + shared))
        elif part is DoublePart.LAST:
            spans.append((end - shared, end))
    return tuple(spans)


def second_seat(ordered: Sequence[Errand]) -> SecondSeat | None:
    """Return when the second caregiver is present, ``None`` if one caregiver is enough."""
    spans = shared_spans(ordered)
    if not spans:
        return None
    start, end = min(span[0] for span in spans), max(span[1] for span in spans)
    return SecondSeat(Seconds(start), Seconds(end - start))


def is_one_stretch(ordered: Sequence[Errand]) -> bool:
    """Say whether the second caregiver is needed all the time that they are present."""
    spans = shared_spans(ordered)
    seat = second_seat(ordered)
    return seat is None or sum(end - start for start, end in spans) == seat.duration
