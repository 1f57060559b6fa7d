"""Double-staffed visits of the hidden plan: which ones, which part, and by which two rounds."""

from collections.abc import Sequence
from dataclasses import dataclass
from random import Random

from api.demo.drafts import Item, Task
from api.demo.menu import BEDTIME, DINNER, MORNING, VisitType
from api.demo.needs import Needs
from api.demo.proportions import MINUTE
from planner.model.orders import DoublePart

_PARTS = {
    (1, MORNING.label): DoublePart.FULL,
    (1, BEDTIME.label): DoublePart.FULL,
    (2, MORNING.label): DoublePart.LAST,
    (2, BEDTIME.label): DoublePart.FIRST,
    (3, DINNER.label): DoublePart.FIRST,
}
"""Which part of which visit two caregivers share, by the rank of the client (U73, U74)."""


def part_of(client: Needs, type_: VisitType) -> DoublePart:
    """Return which part of the daily visit of ``type_`` to ``client`` needs two."""
    return _PARTS.get((client.double, type_.label), DoublePart.NONE)


@dataclass(frozen=True, slots=True)
class Double:
    """A double-staffed visit: its ``main`` and ``helper`` rounds, its length and shared minutes."""

    task: Task
    main: int
    helper: int
    minutes: int
    shared: int

    def anchors(self, at: int) -> tuple[tuple[int, Item], tuple[int, Item]]:
        """Return both caregivers' items, each with its round, for a visit that starts at ``at``."""
        late = self.minutes - self.shared if self.task.part is DoublePart.LAST else 0
        row, length, shared = self.task.row, self.minutes, self.shared
        own = Item(self.task, row, length, length, at=at)
        second = Item(self.task, row, shared, shared, at=at + late * MINUTE, seat=2)
        return (self.main, own), (self.helper, second)


def doubles(
    clients: Sequence[Needs], type_: VisitType, pitch: float, rounds: int, rng: Random
) -> list[Double]:
    """Return the double-staffed visits of ``type_``, each a little shorter than ``pitch`` minutes.

    The next round helps.
    """
    found: list[Double] = []
    for client in sorted(clients, key=lambda client: client.double):
        part = part_of(client, type_)
        if part is DoublePart.NONE:
            continue
        task = Task(client.number, type_, type_.label, client.row, part=part)
        main = client.evening_round if type_.evening else client.day_round
        length = max(type_.least + 5, round(pitch) - rng.randint(2, 6))
        shared = length if part is DoublePart.FULL else round(length * rng.uniform(0.4, 0.6))
        found.append(Double(task, main, (main + 1) % rounds, length, max(5, shared)))
    return found
