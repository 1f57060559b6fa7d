"""Caps: time is paid up to what is granted, first come first served."""

from collections.abc import Hashable, Iterable, Mapping
from dataclasses import dataclass
from typing import TypeVar

from planner.model.units import Seconds

Key = TypeVar("Key", bound=Hashable)


@dataclass(frozen=True, slots=True)
class Fit:
    """Of a time that was asked for: ``within`` the cap and ``beyond`` it, in seconds."""

    within: Seconds
    beyond: Seconds


def fill(asks: Iterable[tuple[Key, int]], room: Mapping[Key, int | None]) -> tuple[Fit, ...]:
    """Return how each of ``asks`` fits into the ``room`` of its key, in order.

    Room ``None`` is without end; a key that is not in ``room`` has none at all.
    """
    left = dict(room)
    fits: list[Fit] = []
    for key, time in asks:
        free = left.get(key, 0)
        within = time if free is None else min(time, free)
        if free is not None:
            left[key] = free - within
        fits.append(Fit(Seconds(within), Seconds(time - within)))
    return tuple(fits)
