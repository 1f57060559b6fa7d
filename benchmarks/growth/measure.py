"""Get one case ready step by step, plan it, and have the plan judged."""

import resource
from dataclasses import astuple, dataclass
from datetime import UTC, datetime
from time import perf_counter

import numpy as np

from benchmarks.growth.rows import Key, Row, Size
from benchmarks.measuring.search import Effort, search
from benchmarks.measuring.stamp import revision, today
from maps.streets import Streets
from planner.calendar.demand import expand
from planner.checker import check_plan
from planner.model.findings import Level
from planner.model.instance import Instance
from planner.model.places import TravelMode
from planner.model.plan import Origin
from planner.score.reference import score
from solver.compile import Compiled, compile_instance
from solver.continuity.limits import ContinuityLimits
from solver.decode import decode
from solver.horizon.aims import Aim, aims_of
from solver.mismatch import refuse_mismatch


@dataclass(frozen=True)
class Ready:
    """A case that can be planned: what it is in numbers, what it aims at, what that took."""

    instance: Instance
    compiled: Compiled
    aims: tuple[Aim, ...]
    size: Size


def prepared(instance: Instance, streets: Streets) -> Ready:
    """Return a case made ready anew, with its aims where it has several days."""
    marks = [perf_counter()]
    streets.matrices(instance.case.places, tuple(TravelMode))
    marks.append(perf_counter())
    demand = expand(instance.case)
    marks.append(perf_counter())
    own = Instance(instance.case, demand, instance.travel)
    compiled = compile_instance(own)
    marks.append(perf_counter())
    several = own.case.horizon.days > 1
    aims = aims_of(own, ContinuityLimits().find(own)) if several else ()
    marks.append(perf_counter())
    matrix, days, compiling, aiming = (round(float(step), 3) for step in np.diff(marks))
    problem = compiled.problem
    held = sum(array.nbytes for array in vars(problem).values() if isinstance(array, np.ndarray))
    size = Size(
        visits=len(demand.visits),
        tasks=problem.tasks,
        shifts=problem.shifts,
        points=problem.travel.shape[1],
        matrix_s=matrix,
        demand_s=days,
        compile_s=compiling,
        problem_mb=round(held / 2**20, 1),
        aims_s=aiming if several else 0.0,
    )
    return Ready(own, compiled, aims, size)


def measured(key: Key, effort: Effort, ready: Ready) -> Row:
    """Plan what is ``ready`` and return its row; several days are planned towards their aims.

    Raises ``ScoreMismatchError`` when search and reference scorer disagree about the plan.
    """
    seed = key[2]
    found = search(ready.compiled.problem, effort, seed, ready.aims)
    peak = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss // 1024
    origin = Origin(seed=seed, iterations=0, code_version="", case_hash="", matrix_hash="")
    then = datetime.fromtimestamp(0, UTC)
    plan = decode(ready.instance, ready.compiled, found.solution, origin=origin, created=then)
    refuse_mismatch(ready.compiled, found.solution, score(ready.instance, plan))
    findings = check_plan(ready.instance.case, plan, ready.instance.travel)
    row = (
        *key,
        effort.seconds,
        *astuple(ready.size),
        peak,
        found.moves_per_second,
        found.unplaced,
        sum(finding.level is Level.LAW for finding in findings),
        plan.cost,
        round(plan.cost / max(1, ready.size.visits), 1),
        revision(),
        today(),
    )
    return Row(*row)
