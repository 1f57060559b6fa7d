"""One night: what it is asked, what it needs, what it tells on the way, and what it leaves."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from datetime import date

from planner.model.case import Case
from planner.model.findings import Fault
from planner.model.plan import Plan
from planner.night.task import Stage
from planner.night.workers import NightStore, Results, Workers
from planner.ports import Addresses, Clock, TravelTimes
from planner.published.hold import NOTHING_HELD, Held
from planner.published.ports import (
    NothingPerformed,
    NothingPublished,
    PerformedVisits,
    PublishedPlans,
)
from planner.score.continuity.standing import Standing


@dataclass(frozen=True, slots=True)
class NightPorts:
    """What the night needs from outside."""

    workers: Workers
    travel: TravelTimes
    addresses: Addresses
    store: NightStore
    results: Results
    clock: Clock
    published: PublishedPlans = field(default_factory=NothingPublished)
    performed: PerformedVisits = field(default_factory=NothingPerformed)


@dataclass(frozen=True, slots=True)
class NightWish:
    """Which days to plan and how hard to search: moves per visit, for teams and for districts.

    What is published for days before ``frozen_until`` stays; nothing is frozen without it.
    """

    first: date
    days: int
    seed: int
    team_moves: int
    district_moves: int
    code_version: str
    frozen_until: date | None = None


@dataclass(frozen=True, slots=True)
class UnitDone:
    """One task of a unit has ended; ``again`` when it had been done before.

    ``share`` is how much of the district's tasks are done, in [0, 1].
    """

    district: str
    unit: str
    stage: Stage
    share: float
    again: bool
    error: str


@dataclass(frozen=True, slots=True)
class Proposal:
    """What the night leaves for a unit: its case, its plan, key figures, hard faults by code.

    ``new`` is False when this very plan was in the store already. ``held`` is what was published of
    the frozen days, ``clients`` where clients stand against what is possible.
    """

    unit: str
    case: Case
    plan: Plan
    figures: Mapping[str, float]
    hard: Mapping[str, int]
    new: bool
    held: Held = NOTHING_HELD
    clients: tuple[Standing, ...] = ()


@dataclass(frozen=True, slots=True)
class Night:
    """The proposals by district, the warnings about the case, and what failed.

    ``failed`` are units with the code of what went wrong. Where a district failed as a whole, the
    plans of its teams stand in its place.
    """

    case: Case
    faults: tuple[Fault, ...]
    proposals: tuple[Proposal, ...]
    failed: Mapping[str, str]


Watch = Callable[[UnitDone], None]
"""Hears of every task that has ended."""
