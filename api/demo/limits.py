"""Who of a crew may not take which round, chosen so that every day's staff can share the rounds.

Each worker is barred from one round at most, and a round bars fewer than there are rounds. Then
whoever is off, those present can be matched to the rounds (Hall's theorem).
"""

from collections.abc import Sequence
from dataclasses import dataclass
from random import Random

from planner.model.places import TravelMode

_FEW = 2
"""Of two rounds each bars one worker only."""


@dataclass(frozen=True, slots=True)
class Limits:
    """Worker numbers and the round that each is barred from.

    ``untrained`` have no delegation for the insulin of ``insulin_round``; ``allergic`` keeps away
    from the pets of ``pet_round``; ``avoided`` is unwelcome with a client of ``avoid_round``;
    ``unlicensed`` does not drive.
    """

    insulin_round: int
    untrained: frozenset[int]
    pet_round: int
    allergic: int | None
    avoid_round: int
    avoided: int | None
    unlicensed: int | None

    def barred(self, worker: int, round_: int, mode: TravelMode) -> bool:
        """Say whether ``worker`` may not take ``round_``, which is done by ``mode``."""
        return (
            (round_ == self.insulin_round and worker in self.untrained)
            or (round_ == self.pet_round and worker == self.allergic)
            or (round_ == self.avoid_round and worker == self.avoided)
            or (mode is TravelMode.CAR and worker == self.unlicensed)
        )


def draw_limits(
    modes: Sequence[TravelMode], own_modes: Sequence[TravelMode], rng: Random
) -> Limits:
    """Return limits for a crew whose rounds have ``modes`` and whose workers have ``own_modes``."""
    if len(modes) <= _FEW:
        return _two_rounds(modes, own_modes, rng)
    one_car = modes.count(TravelMode.CAR) == 1
    rounds = rng.sample(range(1, 3), 2)
    insulin, pet, avoid = (rounds[0], 0, rounds[1]) if one_car else rng.sample(range(3), 3)
    workers = rng.sample(range(len(own_modes)), len(own_modes))
    unlicensed = None
    if one_car:
        unlicensed = next(worker for worker in workers if own_modes[worker] is not TravelMode.CAR)
        workers.remove(unlicensed)
    allergic, avoided, *others = workers
    return Limits(
        insulin, frozenset(others[: max(1, len(others) - 1)]),
        pet, allergic, avoid, avoided, unlicensed,
    )  # fmt: skip


def _two_rounds(
    modes: Sequence[TravelMode], own_modes: Sequence[TravelMode], rng: Random
) -> Limits:
    """One worker is untrained for one round, another keeps away from the other round."""
    insulin = rng.randrange(2)
    other = 1 - insulin
    workers = rng.sample(range(len(own_modes)), len(own_modes))
    walker = next(worker for worker in workers if own_modes[worker] is not TravelMode.CAR)
    by_licence = other == 0 and modes.count(TravelMode.CAR) == 1
    away = walker if by_licence else workers[0]
    untrained = next(worker for worker in workers if worker != away)
    return Limits(
        insulin_round=insulin,
        untrained=frozenset({untrained}),
        pet_round=other,
        allergic=None if by_licence else away,
        avoid_round=other,
        avoided=None,
        unlicensed=away if by_licence else None,
    )
