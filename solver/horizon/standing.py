"""Where rounds stand against the aims: visits by contacts, and who comes how often."""

from collections import Counter
from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from solver.exact import shifts_of
from solver.horizon.aims import Aim
from solver.problem import NOBODY, Problem


@dataclass(frozen=True)
class Standing:
    """What one client gets: visits ``short`` of the aim, faces ``over`` it, visits by caregiver.

    Faces and visits by caregiver are those of the horizon and of the days before that count.
    """

    short: int
    over: int
    comes: Mapping[int, int]


def standing_of(
    problem: Problem, rounds: Sequence[Sequence[int]], aims: Sequence[Aim]
) -> tuple[Standing, ...]:
    """Return where each aim stands."""
    shift_of = shifts_of(problem, rounds)
    return tuple(_standing(problem, shift_of, aim) for aim in aims)


def _standing(problem: Problem, shift_of: Sequence[int], aim: Aim) -> Standing:
    own = {int(shift) for shift in aim.contact}
    done = sum(shift_of[task] in own for task in aim.counted)
    shifts = [shift_of[task] for task in aim.meetings]
    comes = Counter(aim.known)
    comes.update(int(problem.caregiver[shift]) for shift in shifts if shift != NOBODY)
    over = len(comes) + aim.gone - aim.faces
    return Standing(max(0, aim.visits - done), max(0, over), comes)


def missed(standings: Sequence[Standing]) -> int:
    """Return how much is missing in all: visits short and faces over."""
    return sum(row.short + row.over for row in standings)
