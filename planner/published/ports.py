"""What is known of the days around the horizon: which plans are published, what was performed."""

from dataclasses import dataclass
from datetime import date, timedelta
from typing import Protocol

from planner.model.case import Case
from planner.model.history import PastVisit
from planner.model.plan import Plan


@dataclass(frozen=True, slots=True)
class PublishedPlan:
    """A published plan: its name, whose it is (the case id), its first day and how many days."""

    plan: str
    unit: str
    first: date
    days: int

    def covers(self, day: date) -> bool:
        """Tell whether ``day`` is one of its days."""
        return self.first <= day < self.first + timedelta(days=self.days)


class PublishedPlans(Protocol):
    """Knows what is published."""

    def published_plans(
        self, municipality: str, first: date, last: date
    ) -> tuple[PublishedPlan, ...]:
        """Return the published plans with a day from ``first`` to ``last``, the newest first."""
        ...

    def stored(self, plan: str) -> tuple[Plan, Case, float]:
        """Return the plan named ``plan``, its case and how many hard faults it has."""
        ...


class PerformedVisits(Protocol):
    """Knows what was performed, where a registration system has told."""

    def performed(self, municipality: str, first: date, last: date) -> tuple[PastVisit, ...]:
        """Return every performed visit that started from ``first`` to ``last``, Swedish days."""
        ...


class NothingPublished:
    """A place where no plan is published: nothing is frozen, and nothing known of the past."""

    def published_plans(
        self, municipality: str, first: date, last: date
    ) -> tuple[PublishedPlan, ...]:
        """Return nothing."""
        del municipality, first, last
        return ()

    def stored(self, plan: str) -> tuple[Plan, Case, float]:
        """Raise ``KeyError``: there is no plan to ask for."""
        raise KeyError(plan)


class NothingPerformed:
    """A place without a registration system: only what was published is known."""

    def performed(self, municipality: str, first: date, last: date) -> tuple[PastVisit, ...]:
        """Return nothing."""
        del municipality, first, last
        return ()
