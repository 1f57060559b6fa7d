"""Fills what the daily visits leave of each weekday: weekly visits, breaks, meetings."""

from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass, field
from random import Random

from api.demo.drafts import Item, NoFitError, Slot, Stop, Task
from api.demo.fit import Stretch, fit, road
from api.demo.menu import CHECK, IN_TURN, MEAL_BOX, VisitType, Where
from api.demo.needs import Level, Needs
from api.demo.proportions import LUND, MINUTE

_ROWS = {Where.LAUNDRY: 1, Where.SHOP: 2, Where.SURGERY: 3}
"""Rows of ``Site.places`` away from home."""

_TRIES = 40
_SMALL = 0.15
"""Share of weekly visits beside others that are a short check. Assumption."""

_SQUEEZE = 0.7
"""At least this share of the wanted waiting stays when one more visit is squeezed in."""


@dataclass(slots=True)
class Filler:
    """Fills free stretches of one group's rounds with weekly visits.

    ``given`` counts the weekly visits of each client, so that they are spread; ``taken`` holds
    client and label of each.
    """

    clients: Sequence[Needs]
    rng: Random
    given: Counter[int] = field(default_factory=Counter)
    taken: set[tuple[int, str]] = field(default_factory=set)

    def fill(
        self,
        stretch: Stretch,
        fixed: Sequence[Item],
        weekday: int,
        idle: float,
        types: Sequence[VisitType],
    ) -> list[Stop]:
        """Add visits to ``fixed`` while time is left for more than ``idle``, and fit them all.

        Several ``fixed`` items keep their order at the beginning. Raises ``NoFitError``.
        """
        items = list(fixed)
        idle = max(0.0, idle)
        for _ in range(_TRIES):
            room = stretch.seconds - road(stretch, items) - idle
            if room <= sum(item.most for item in items) * MINUTE:
                break
            item = self._draw(stretch.slot, weekday, types, len(items))
            place = len(items) if len(fixed) > 1 else self.rng.randint(0, len(items))
            longer = [*items[:place], item, *items[place:]]
            least = sum(each.least for each in longer) * MINUTE
            if least + road(stretch, longer) + _SQUEEZE * idle <= stretch.seconds:
                items = longer
                self._take(item)
        return fit(stretch, items, idle, self.rng)

    def boxes(self, slot: Slot, weekday: int) -> list[Item]:
        """Return the meal boxes that a round brings: to clients who are not helped with lunch."""
        own = [client for client in on_round(self.clients, slot) if client.level is not Level.HIGH]
        return [_meal_box(client, weekday) for client in own[:2]]

    def _take(self, item: Item) -> None:
        if isinstance(item.what, Task):
            self.given[item.what.client] += 1
            self.taken.update((item.what.client, label) for label in item.what.labels)

    def _draw(self, slot: Slot, weekday: int, types: Sequence[VisitType], others: int) -> Item:
        """Draw a weekly visit to one of the round's clients with the fewest."""
        small = others > 1 and self.rng.random() < _SMALL
        type_ = CHECK if small else self.rng.choice(types)
        other = IN_TURN.get(type_.label) if type_.where is Where.HOME else None
        if self.rng.random() > LUND.fortnightly:
            other = None
        tasks = [
            Task(
                client.number,
                type_,
                f"{type_.label}-{weekday + 1}",
                _ROWS.get(type_.where, client.row),
                frozenset({weekday}),
                other,
            )
            for client in self._by_load(slot)
        ]
        free = (t for t in tasks if not any((t.client, label) in self.taken for label in t.labels))
        task = next(free, None)
        if task is None:
            raise NoFitError
        most = min(type_.most, other.most) if other else type_.most
        return Item(task, task.row, type_.least, most, self.rng.uniform(0.7, 1.3))

    def _by_load(self, slot: Slot) -> list[Needs]:
        """Return the clients of a round, those with the fewest weekly visits and low need first."""

        def load(client: Needs) -> tuple[float, float]:
            first = 1.5 if client.level is Level.LOW else 0.0
            return self.given[client.number] - first, self.rng.random()

        return sorted(on_round(self.clients, slot), key=load)


def on_round(clients: Sequence[Needs], slot: Slot) -> list[Needs]:
    """Return the clients of a round."""
    return [
        client
        for client in clients
        if slot.number == (client.evening_round if slot.evening else client.day_round)
    ]


def _meal_box(client: Needs, weekday: int) -> Item:
    label = f"{MEAL_BOX.label}-{weekday + 1}"
    task = Task(client.number, MEAL_BOX, label, client.row, frozenset({weekday}))
    return Item(task, client.row, MEAL_BOX.least, MEAL_BOX.most)
