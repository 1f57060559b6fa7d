"""Which seconds a budget counts: those on the wall, or those that the processor gave."""

from collections.abc import Callable
from enum import StrEnum
from time import monotonic, process_time


class ClockName(StrEnum):
    """Which seconds a budget counts."""

    WALL = "wall"
    CPU = "cpu"


def clock_of(name: ClockName, threads: int) -> Callable[[], float]:
    """Return a clock in seconds.

    ``CPU`` is the processor time of this process divided by ``threads``: on a machine of its own
    it runs like the wall clock, on a shared one it stands still while others work. While threads
    wait for each other it runs slower than the wall clock, so it is slightly generous.
    """
    if name is ClockName.WALL:
        return monotonic
    return lambda: process_time() / threads
