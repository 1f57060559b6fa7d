"""What a worker does: one task in, one judged plan out, both as JSON; no database, no streets."""

from collections import Counter
from dataclasses import dataclass
from datetime import UTC, datetime
from time import process_time

from planner.calendar.demand import expand
from planner.checker import check_plan
from planner.districts import districts_of
from planner.districts.select import PART
from planner.model.findings import Level
from planner.model.instance import Instance
from planner.model.plan import Origin, Plan
from planner.night.task import Stage, Task, TaskResult
from planner.night.travel_text import travel_from_text
from planner.ports import Budget
from planner.score.continuity.limits import Limits
from planner.score.continuity.standing import of_planned_days, standings
from planner.score.kpi import measure
from planner.score.sums import sums_of
from planner.usecases.figures import figures_against, figures_before, figures_of
from solver.continuity.limits import ContinuityLimits
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
    limits = ContinuityLimits().find(instance)
    engine = HorizonEngine(Engine(code_version=task.code_version), Found(limits))
    plan = engine.plan(
        instance, Budget(iterations=task.iterations), seed=task.seed, start=_start(task)
    )
    findings = check_plan(case, plan, instance.travel)
    hard = Counter(row.rule for row in findings if row.level is Level.LAW)
    same = of_planned_days(instance, plan)
    figures = {
        **figures_of(measure(instance, plan), hard.total()),
        **figures_before(instance, plan),
        **figures_against(same, limits),
    }
    return TaskResult(
        task=task.digest,
        plan=plan,
        hard=dict(sorted(hard.items())),
        figures=figures,
        teams=_teams(task, instance, plan, limits),
        clients=standings(same, limits),
        seconds=round(process_time() - begun, 3),
    ).model_dump_json()


@dataclass(frozen=True)
class Found:
    """A ``LimitFinder`` that has found already."""

    limits: Limits

    def find(self, instance: Instance) -> Limits:
        """Return the limits, which are those of ``instance``."""
        del instance
        return self.limits


def _teams(
    task: Task, instance: Instance, plan: Plan, limits: Limits
) -> dict[str, dict[str, float]]:
    """Return the sums of each team of the task's unit, under the team's own unit name."""
    named = {
        task.unit if task.stage is Stage.TEAM else PART.join((task.unit, team.id)): team.groups
        for district in districts_of(task.case)
        for team in district.teams
    }
    sums = sums_of(instance, plan, named, limits)
    return {team: dict(row) for team, row in sums.items()}


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
