"""What a worker is given and what it gives back: plain documents, the same on every machine."""

from enum import StrEnum
from functools import cached_property
from hashlib import sha256
from typing import Literal

from pydantic import Field

from planner.model.base import Value
from planner.model.case import Case
from planner.model.plan import Plan, Round
from planner.night.travel_text import TravelText
from planner.score.continuity.standing import Standing


class Stage(StrEnum):
    """How far the night has come with a unit: its teams apart, then its district together."""

    TEAM = "team"
    DISTRICT = "district"


class Task(Value):
    """Plan ``case`` in ``iterations`` moves from the rounds ``start``; all that this takes.

    ``unit`` names the team or the district. A task is known by the digest of its content, the
    version of the program included: what was done once need not be done again.
    """

    version: Literal[1] = 1
    unit: str
    stage: Stage
    case: Case
    travel: TravelText
    seed: int
    iterations: int = Field(ge=0)
    start: tuple[Round, ...] = ()
    code_version: str

    @cached_property
    def text(self) -> str:
        """The task as JSON."""
        return self.model_dump_json()

    @cached_property
    def digest(self) -> str:
        """The SHA-256 of the text, as 64 hexadecimal digits."""
        return sha256(self.text.encode()).hexdigest()


class TaskResult(Value):
    """A plan for a task, judged.

    ``hard`` counts the checker's hard faults by code; ``figures`` are the key figures of the
    unit, and ``teams`` the sums of each team by name (``planner.score.sums``). ``clients`` are
    where clients stand against what is possible. ``seconds`` is CPU time.
    """

    version: Literal[1] = 1
    task: str
    plan: Plan
    hard: dict[str, int] = Field(default_factory=dict)
    figures: dict[str, float] = Field(default_factory=dict)
    teams: dict[str, dict[str, float]] = Field(default_factory=dict)
    clients: tuple[Standing, ...] = ()
    seconds: float = 0.0
