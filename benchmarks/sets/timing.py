"""Earliest start times of given routes in real numbers, with coupled operations."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass


@dataclass(frozen=True)
class Link:
    """start(``second``) - start(``first``) lies in [``least``, ``most``]."""

    first: int
    second: int
    least: float
    most: float


def earliest_starts(
    rounds: Sequence[Sequence[int]],
    opens: Sequence[float],
    durations: Sequence[float],
    travel: Callable[[int | None, int], float],
    links: Sequence[Link],
) -> dict[int, float]:
    """Return the earliest start of every task in ``rounds``.

    ``travel(before, after)`` is the time between two tasks, from the depot when ``before`` is
    ``None``. Raises ``ValueError`` when the links and the orders contradict each other.
    """
    starts = {task: float(opens[task]) for tasks in rounds for task in tasks}
    for _ in range(2 * len(starts) + 2):
        before = dict(starts)
        for tasks in rounds:
            _push_along(tasks, starts, durations, travel)
        for link in links:
            _push_link(link, starts)
        if starts == before:
            return starts
    raise ValueError("the rounds wait for each other in a circle: no start times exist")


def _push_along(
    tasks: Sequence[int],
    starts: dict[int, float],
    durations: Sequence[float],
    travel: Callable[[int | None, int], float],
) -> None:
    previous: int | None = None
    ready = 0.0
    for task in tasks:
        starts[task] = max(starts[task], ready + travel(previous, task))
        previous, ready = task, starts[task] + durations[task]


def _push_link(link: Link, starts: dict[int, float]) -> None:
    if link.first in starts and link.second in starts:
        starts[link.second] = max(starts[link.second], starts[link.first] + link.least)
        starts[link.first] = max(starts[link.first], starts[link.second] - link.most)
