"""Nights for tests: a small district of two teams, and workers that live in this process."""

from collections import deque
from dataclasses import dataclass, field
from datetime import date
from functools import cache

from api.batch.work import do_task
from api.demo import FIRST_DAY, DemoSize, generate
from planner.districts import part_of
from planner.model.case import Case
from planner.model.units import GroupId
from planner.night.night import NightWish
from planner.night.task import Task, TaskResult
from planner.night.workers import Done
from tests.build.demo import PlainStreets

TEAMS = ("G01", "G01E", "G02", "G02E")


@cache
def two_teams(days: int = 1) -> Case:
    """Return two working groups of a demo district, each with its evening group."""
    demo = generate(DemoSize.DISTRICT, seed=3, days=days, streets=PlainStreets())
    case = part_of(demo.case, [GroupId(name) for name in TEAMS], "two")
    return case.model_copy(update={"id": "two-teams"})


def night_wish(days: int = 1, seed: int = 1, first: date = FIRST_DAY) -> NightWish:
    """Return a night that searches shortly."""
    return NightWish(
        first=first,
        days=days,
        seed=seed,
        team_moves=400,
        district_moves=200,
        code_version="test",
    )


@dataclass
class InProcess:
    """Workers that do each task here when somebody waits; those of ``broken`` units fail."""

    broken: frozenset[str] = frozenset()
    taken: deque[Task] = field(default_factory=deque)
    done: list[str] = field(default_factory=list)

    def submit(self, task: Task) -> None:
        """Put ``task`` last in the line."""
        self.taken.append(task)

    def wait(self) -> Done:
        """Do the first task of the line."""
        task = self.taken.popleft()
        self.done.append(task.unit)
        if task.unit in self.broken:
            return Done(task, error="BrokenWorker")
        return Done(task, TaskResult.model_validate_json(do_task(task.text)))
