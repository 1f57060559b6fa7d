"""The rounds that one thread has met, those of cheap plans first."""

from collections.abc import Mapping, Sequence

from solver.kernel.layout import Memory
from solver.kernel.pack import read_rounds

Key = tuple[int, tuple[int, ...]]
"""The kind of a shift, and the tasks of a round in order."""

FULL = 6_000
"""Rounds after which the half from the dearer plans is forgotten."""

DEAR = 1 << 62
"""Above the cost of any plan."""


class Pool:
    """Remembers each round with the cost of the cheapest plan that it was met in."""

    def __init__(self, kinds: Sequence[int]) -> None:
        """Begin empty; ``kinds`` gives a number per shift, one for shifts that are alike."""
        self._kinds = kinds
        self._met: dict[Key, int] = {}
        self._dearest = DEAR

    def note(self, memory: Memory) -> None:
        """Remember the rounds of the present plan, unless it is late anywhere or too dear."""
        tally, met = memory.tally[0], self._met
        cost = int(tally["hard"])
        if tally["late"] > 0 or cost > self._dearest:
            return
        rounds = read_rounds(memory.nodes["succ"], int(tally["tasks"]), len(self._kinds))
        for kind, tasks in zip(self._kinds, rounds, strict=True):
            if tasks and met.get((kind, tasks), cost) >= cost:
                met[kind, tasks] = cost
        if len(met) > FULL:
            kept = cheapest([self])[: FULL // 2]
            self._met = {key: met[key] for key in kept}
            self._dearest = met[kept[-1]]

    @property
    def met(self) -> Mapping[Key, int]:
        """The remembered rounds and the cost of the cheapest plan with each."""
        return self._met


def cheapest(pools: Sequence[Pool]) -> list[Key]:
    """Return the rounds of all pools, those met in the cheapest plans first."""
    costs: dict[Key, int] = {}
    for pool in pools:
        for key, cost in pool.met.items():
            costs[key] = min(cost, costs.get(key, cost))
    return sorted(costs, key=lambda key: costs[key])
