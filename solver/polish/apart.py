"""Whether rounds stand apart: what one costs and whether it is lawful, whatever the others are."""

from collections.abc import Sequence

from solver.exact import effective_places, round_legs
from solver.problem import MUST, NOBODY, Problem


def apart(problem: Problem) -> bool:
    """Tell whether the cost of a plan is the sum of its rounds' and of what is unplaced.

    Pairs, gaps, faces, cover and fair shares tie rounds together. Prices of starts do not, but
    then rounds would need their best starts.
    """
    tied = (
        (problem.partner != NOBODY).any()
        or len(problem.gap_after) > 0
        or (problem.soft_cost > 0).any()
        or bool(problem.face_cost.any())
        or problem.cover is not None
        or problem.fair is not None
    )
    return not tied and problem.shifts > 1


def kinds_of(problem: Problem) -> list[int]:
    """Return a number per shift; shifts with one number may trade their rounds freely."""
    seen: dict[tuple[object, ...], int] = {}
    fields = ("shift_start", "shift_end", "start_location", "end_location", "mode", "capacity")
    rows = [getattr(problem, name).tolist() for name in fields]
    return [
        seen.setdefault(
            (
                *(row[shift] for row in rows),
                problem.allowed[:, shift].tobytes(),
                problem.pair_cost[:, shift].tobytes(),
            ),
            len(seen),
        )
        for shift in range(problem.shifts)
    ]


def round_cost(problem: Problem, shift: int, tasks: Sequence[int]) -> int:
    """Return what a round costs more than staying idle on its shift."""
    places = [int(place) for place in problem.location]
    if any(place < 0 for place in places):
        rounds: list[Sequence[int]] = [()] * problem.shifts
        rounds[shift] = tasks
        places = effective_places(problem, rounds)
    legs = round_legs(problem, shift, tasks, places)
    idle = round_legs(problem, shift, (), places)
    used = any(problem.unplaced_cost[task] < MUST for task in tasks)
    pairs = sum(int(problem.pair_cost[task, shift]) for task in tasks)
    return problem.travel_cost * (sum(legs) - sum(idle)) + pairs + problem.round_cost * used
