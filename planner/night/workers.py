"""What the night needs from outside: somebody to do tasks, and somewhere to keep results."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import datetime
from typing import Protocol

from planner.model.case import Case
from planner.model.plan import Plan
from planner.night.task import Task, TaskResult


@dataclass(frozen=True, slots=True)
class Done:
    """How one task ended: with a result, or with the code of what went wrong."""

    task: Task
    result: TaskResult | None = None
    error: str = ""


class Workers(Protocol):
    """Do tasks somewhere, in any order; a task whose worker dies is done again."""

    def submit(self, task: Task) -> None:
        """Take ``task`` on; tasks that are taken on first come first where there is a choice."""
        ...

    def wait(self) -> Done:
        """Return the next task that has ended; only while one is taken on."""
        ...


class Results(Protocol):
    """Remember what has been done."""

    def result_of(self, task: str) -> TaskResult | None:
        """Return the result of the task with the digest ``task``, if it was done."""
        ...

    def keep_result(self, unit: str, result: TaskResult, now: datetime) -> None:
        """Store ``result``; when this returns, it is on the disk."""
        ...


class NightStore(Protocol):
    """Keeps the night's proposals."""

    def save(
        self,
        case: Case,
        plan: Plan,
        figures: Mapping[str, float],
        now: datetime,
        teams: Mapping[str, Mapping[str, float]],
    ) -> bool:
        """Store ``plan`` with its case, key figures and the sums of its teams, all or nothing.

        Return False when this very plan was there already.
        """
        ...
