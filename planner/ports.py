"""What planning needs from outside, as Protocols: streets, a solver, a store, a clock."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime
from typing import Protocol

from planner.contacts.assignment import Assignment, Wish
from planner.model.case import Case
from planner.model.findings import Fault
from planner.model.instance import Instance
from planner.model.places import Place, TravelMode
from planner.model.plan import Plan
from planner.model.travel import TravelMatrices
from planner.score.continuity.limits import Limits


class TravelTimes(Protocol):
    """Knows the streets."""

    def matrices(
        self, places: Sequence[Place], modes: Sequence[TravelMode], *, winter: bool
    ) -> TravelMatrices:
        """Return travel times between all ``places`` for each of ``modes``.

        Raises ``UnreachablePlaces`` (a ``ValueError`` with one fault per place) when a place
        has no position or lies too far from any street.
        """
        ...


@dataclass(frozen=True, slots=True)
class Budget:
    """When a search stops: after ``iterations`` moves or ``seconds`` of wall clock.

    At least one is given; whichever comes first counts. Only an iteration budget repeats exactly.
    """

    iterations: int | None = None
    seconds: float | None = None

    def __post_init__(self) -> None:
        """Refuse a budget without an end."""
        if self.iterations is None and self.seconds is None:
            raise ValueError("budget without an end: give iterations or seconds")


@dataclass(frozen=True, slots=True)
class Progress:
    """How far a search has come: share of the budget in [0, 1], moves, best cost, seats left."""

    share: float
    iterations: int
    cost: int
    unplaced: int


class Observer(Protocol):
    """Watches a search and may end it."""

    def __call__(self, progress: Progress) -> bool:
        """Take note of ``progress``; return False to stop the search with the best plan so far."""
        ...


class Solver(Protocol):
    """Makes a plan."""

    def plan(
        self, instance: Instance, budget: Budget, *, seed: int, observer: Observer | None = None
    ) -> Plan:
        """Return the best plan found; the same instance, seed and iterations give the same plan."""
        ...


class LimitFinder(Protocol):
    """Knows what roster and skills make possible."""

    def find(self, instance: Instance) -> Limits:
        """Return the limits of continuity of ``instance``: proven, from roster and skills alone."""
        ...


class ContactAssigner(Protocol):
    """Names care contacts and their deputies."""

    def assign(self, instance: Instance, wish: Wish, *, seed: int) -> Assignment:
        """Return a contact and a deputy for every client with visits, as far as anybody may be."""
        ...


class Clock(Protocol):
    """Knows what time it is."""

    def now(self) -> datetime:
        """Return the present moment in UTC."""
        ...


class Store(Protocol):
    """Keeps plans."""

    def save(self, case: Case, plan: Plan, figures: Mapping[str, float], now: datetime) -> bool:
        """Store ``plan`` with its case and key figures, all or nothing.

        Return False when this very plan was there already. Raises ``planner.store.StoreError``.
        """
        ...


class Addresses(Protocol):
    """Knows where addresses are."""

    def locate(self, case: Case) -> tuple[Case, tuple[Fault, ...]]:
        """Return ``case`` with a coordinate for every address found, and every fault."""
        ...
