"""Notes how good the best plan was after how many seconds."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass, field

from planner.ports import Progress


@dataclass
class Track:
    """An observer of a search: (seconds, cost) whenever the best plan with every task improved.

    ``clock`` is that of the budget; ``stop`` may end the search.
    """

    clock: Callable[[], float]
    stop: Callable[[Progress], bool] = lambda _: False
    points: list[tuple[float, int]] = field(default_factory=list)
    begun: float = field(init=False)

    def __post_init__(self) -> None:
        """Begin at zero seconds."""
        self.begun = self.clock()

    def __call__(self, progress: Progress) -> bool:
        """Take note of ``progress``; return whether the search goes on."""
        better = not self.points or progress.cost < self.points[-1][1]
        if progress.unplaced == 0 and better:
            self.points.append((round(self.clock() - self.begun, 3), progress.cost))
        return not self.stop(progress)


STEP = 1.1
"""How many times later a kept point is than the one before at least."""


def thinned(points: Sequence[tuple[float, int]]) -> list[tuple[float, int]]:
    """Return few points of a curve: of all within ``STEP`` times a moment, the last and best."""
    kept: list[tuple[float, int]] = []
    begun = 0.0
    for after, cost in points:
        if kept and after < begun * STEP:
            kept[-1] = after, cost
        else:
            kept.append((after, cost))
            begun = after
    return kept
