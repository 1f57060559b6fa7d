"""What work above fair shares costs, from the rounds alone."""

from collections.abc import Iterator, Sequence

import numpy as np

from solver.problem import LONGEST, Problem

DEAREST = 1 << 30
"""What a second may cost at most, so that sums stay within 64 bits."""


def fair_cost(problem: Problem, rounds: Sequence[Sequence[int]]) -> int:
    """Return what the work above shares costs; nothing where there are no shares."""
    fair = problem.fair
    if fair is None:
        return 0
    work = np.zeros(len(fair.share), np.int64)
    for shift, tasks in enumerate(rounds):
        own = [task for task in tasks if fair.counts[task]]
        work[problem.caregiver[shift]] += int(problem.duration[own].sum())
    return fair.cost * int(np.maximum(0, work - fair.share).sum())


def fair_faults(problem: Problem) -> Iterator[str]:
    """Yield what is wrong with the shares of ``problem``; nothing where there are none."""
    fair = problem.fair
    if fair is None:
        return
    if fair.counts.shape != (problem.tasks,):
        yield f"fair.counts has shape {fair.counts.shape}, must be ({problem.tasks},)"
        return
    people = int(problem.caregiver.max(initial=-1)) + 1
    if fair.share.shape != (people,):
        yield f"fair.share has shape {fair.share.shape}, must be ({people},)"
        return
    if ((fair.share < 0) | (fair.share > LONGEST)).any():
        yield f"fair.share must be in 0..{LONGEST}"
    work = int(problem.duration[fair.counts > 0].sum(dtype=np.int64))
    if work > LONGEST:
        yield f"the tasks that fair shares count take {work} s, must be at most {LONGEST}"
    if not 0 <= fair.cost <= DEAREST:
        yield f"fair.cost is {fair.cost}, must be in 0..{DEAREST}"
