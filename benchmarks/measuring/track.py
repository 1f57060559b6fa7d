"""Notes how good the best plan was after how many seconds."""

from collections.abc import Callable
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
