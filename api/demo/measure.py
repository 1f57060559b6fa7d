"""How much of the paid time a day of rounds uses."""

from collections.abc import Iterable, Iterator, Sequence

from api.demo.drafts import Pause, Slot, Stop
from api.demo.proportions import LUND

Span = tuple[int, int]
"""Seconds from midnight, from and to."""


def use_of_day(day: Iterable[tuple[Slot, Sequence[Stop]]]) -> tuple[float, float]:
    """Return the share of paid time that is travel, visit or duty: all day, and at the peak."""
    idle = paid = peak_idle = peak_paid = 0
    for slot, stops in day:
        rests = sum(stop.seconds for stop in stops if stop.what is Pause.BREAK)
        paid += slot.paid(rests)
        peak_paid += max(0, LUND.peak_ends - slot.opens)
        for opens, closes in waits(slot, stops):
            idle += closes - opens
            peak_idle += max(0, min(closes, LUND.peak_ends) - opens)
    return 1 - idle / paid, 1 - peak_idle / max(1, peak_paid)


def waits(slot: Slot, stops: Sequence[Stop]) -> Iterator[Span]:
    """Yield when the caregiver of a round waits, the time before going home included."""
    here, free = slot.office, slot.opens
    for stop in stops:
        there = here if stop.row is None else stop.row
        yield free + slot.leg(here, there), stop.start
        here, free = there, stop.end
    yield free + slot.leg(here, slot.office), slot.closes
