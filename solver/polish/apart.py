"""Whether rounds stand apart: what one costs and whether it is lawful, whatever the others are."""

from collections.abc import Sequence

from solver.problem import HERE, MUST, NOBODY, Problem


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
    travel = problem.travel[problem.mode[shift]]
    begin, end = int(problem.start_location[shift]), int(problem.end_location[shift])
    last, seconds = begin, -int(travel[begin, end])
    for place in problem.location[list(tasks)].tolist():
        if place != HERE:
            seconds += int(travel[last, place])
            last = place
    seconds += int(travel[last, end])
    used = any(problem.unplaced_cost[task] < MUST for task in tasks)
    pairs = sum(int(problem.pair_cost[task, shift]) for task in tasks)
    return problem.travel_cost * seconds + pairs + problem.round_cost * used
