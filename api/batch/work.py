"""What a worker does: one task in, one judged plan out, both as JSON; no database, no streets."""

from collections import Counter
from datetime import UTC, datetime
from time import process_time

from planner.calendar.demand import expand
from planner.checker import check_plan
from planner.model.findings import Level
from planner.model.instance import Instance
from planner.model.plan import Origin, Plan
from planner.night.task import Task, TaskResult
from planner.night.travel_text import travel_from_text
from planner.ports import Budget
from planner.score.kpi import measure
from planner.usecases.figures import figures_of
from solver.engine import Engine
from solver.horizon.solver import HorizonEngine


def do_task(text: str) -> str:
    """Return the result of the task ``text``; the same task gives the same plan anywhere.

    Raises what the engine raises; nothing of a client is in the messages.
    """
    begun = process_time()
    task = Task.model_validate_json(text)
    case = task.case
    instance = Instance(case, expand(case), travel_from_text(task.travel))
    plan = HorizonEngine(Engine(code_version=task.code_version)).plan(
        instance, Budget(iterations=task.iterations), seed=task.seed, start=_start(task)
    )
    findings = check_plan(case, plan, instance.travel)
    hard = Counter(row.rule for row in findings if row.level is Level.LAW)
    figures = figures_of(measure(instance, plan), hard.total())
    return TaskResult(
        task=task.digest,
        plan=plan,
        hard=dict(sorted(hard.items())),
        figures=dict(figures),
        seconds=round(process_time() - begun, 3),
    ).model_dump_json()


def _start(task: Task) -> Plan | None:
    """Return the rounds to begin from as a plan."""
    if not task.start:
        return None
    origin = Origin(seed=task.seed, iterations=0, code_version="", case_hash="", matrix_hash="")
    return Plan(
        id="",
        case=task.case.id,
        created=datetime.fromtimestamp(0, UTC),
        origin=origin,
        cost=0,
        rounds=task.start,
    )
