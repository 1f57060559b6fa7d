"""The roster: who has which round on which day, who is off, who is on the roster but away.

Days are counted by their ordinal (``date.toordinal``): a longer horizon holds the shorter one.
"""

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from itertools import permutations

from api.demo.crew import Crew
from planner.model.staff import Caregiver

_OTHER_MODE = 8
"""Price of a round that is not done by the caregiver's own mode, in clients of the contact."""


@dataclass(frozen=True, slots=True)
class Day:
    """The staff of one crew on one day: a worker for each round, and who is missing."""

    rounds: tuple[Caregiver, ...]
    away: tuple[Caregiver, ...]


def day_of(crew: Crew, ordinal: int, group: int, affinity: Callable[[Caregiver, int], int]) -> Day:
    """Return the day's staff; ``affinity`` counts the clients of a contact on a round.

    Days off go round the crew, so every period of seven days holds one at least: 36 hours of
    rest. As day and evening staff never change places, 11 hours lie between shifts (L26).
    """
    off = {(ordinal + place) % len(crew.workers) for place in range(_spare(crew))}
    present = [number for number in range(len(crew.workers)) if number not in off]
    away: tuple[Caregiver, ...] = ()
    if is_one_away(crew, ordinal, group):
        away = (crew.leave or crew.workers[min(off)],)
    return Day(_shared_out(crew, present, affinity), away)


def is_one_away(crew: Crew, ordinal: int, group: int) -> bool:
    """Say whether a rostered caregiver is away: on three days of four with three rounds.

    With two rounds every second day; so a fifth of the rostered shifts is absent.
    """
    if len(crew.modes) > 2:  # noqa: PLR2004
        return (ordinal + group) % 4 != 0
    return (ordinal + group) % 2 == 0


def _spare(crew: Crew) -> int:
    return len(crew.workers) - len(crew.modes)


def _shared_out(
    crew: Crew, present: Sequence[int], affinity: Callable[[Caregiver, int], int]
) -> tuple[Caregiver, ...]:
    """Return a worker for each round: nobody barred, contacts with their clients, own modes."""

    def price(order: Sequence[int]) -> int:
        workers = [crew.workers[number] for number in order]
        return sum(
            _OTHER_MODE * (worker.travel_mode is not mode) - affinity(worker, round_)
            for round_, (worker, mode) in enumerate(zip(workers, crew.modes, strict=True))
        )

    allowed = (order for order in permutations(present) if _all_may(crew, order))
    return tuple(crew.workers[number] for number in min(allowed, key=price))


def _all_may(crew: Crew, order: Sequence[int]) -> bool:
    return not any(
        crew.limits.barred(worker, round_, mode)
        for round_, (worker, mode) in enumerate(zip(order, crew.modes, strict=True))
    )
