"""Where the caregiver of a round is, stop by stop."""

from collections.abc import Iterator, Sequence

from solver.problem import HERE, Problem


def points(problem: Problem, shift: int, row: Sequence[int]) -> Iterator[int]:
    """Yield where the caregiver of ``shift`` is: at the start, at each task, at the end."""
    here = int(problem.start_location[shift])
    yield here
    for task in row:
        there = int(problem.location[task])
        here = here if there == HERE else there
        yield here
    yield int(problem.end_location[shift])


def legs(problem: Problem, shift: int, row: Sequence[int]) -> Iterator[int]:
    """Yield the seconds to each task of a round and home; none to a task that happens HERE."""
    way = list(points(problem, shift, row))
    seconds = problem.travel[problem.mode[shift]]
    for number, task in enumerate(row):
        there = problem.location[task] != HERE
        yield int(seconds[way[number], way[number + 1]]) if there else 0
    yield int(seconds[way[-2], way[-1]])
