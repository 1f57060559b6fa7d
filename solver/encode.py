"""From a plan back to rounds of tasks, so that a search can begin where an earlier one ended."""

from collections.abc import Iterator

import numpy as np

from planner.model.instance import Instance
from planner.model.plan import Plan, Stop
from solver.compile import Compiled
from solver.problem import NOBODY, Start


def encode(instance: Instance, compiled: Compiled, plan: Plan) -> Start:
    """Return the rounds of ``plan`` as tasks per shift, in order, and when they start.

    Shifts and stops that the problem does not have are left out, and so is a stop that stands in
    an earlier round; whether the rest can still be done is for the search to see.
    """
    stops = {round_.shift: round_.stops for round_ in plan.rounds}
    seen: set[int] = set()
    moments = np.full(compiled.problem.tasks, NOBODY, np.int32)

    def tasks(row: tuple[Stop, ...]) -> Iterator[int]:
        for stop in row:
            task = compiled.tasks.get((stop.id, stop.seat))
            if task is not None and task not in seen:
                seen.add(task)
                moments[task] = int(stop.start.timestamp()) - instance.demand.origin
                yield task

    rounds = tuple(tuple(tasks(stops.get(shift, ()))) for shift in compiled.shifts)
    return Start(rounds, moments)
