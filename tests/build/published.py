"""Published plans for tests: kept in memory, newest first."""

from dataclasses import dataclass, field
from datetime import date, timedelta

from planner.model.case import Case
from planner.model.history import PastVisit
from planner.model.plan import Plan
from planner.published.ports import PublishedPlan


@dataclass
class Shelf:
    """Published plans with their cases, and performed visits."""

    rows: list[tuple[PublishedPlan, Plan, Case]] = field(default_factory=list)
    visits: tuple[PastVisit, ...] = ()

    def publish(self, plan: Plan, case: Case, unit: str = "") -> None:
        """Put ``plan`` on the shelf, as the newest one."""
        name = f"plan-{len(self.rows)}"
        horizon = case.horizon
        row = PublishedPlan(name, unit or case.id, horizon.first, horizon.days)
        self.rows.insert(0, (row, plan, case))

    def published_plans(
        self, municipality: str, first: date, last: date
    ) -> tuple[PublishedPlan, ...]:
        """Return the plans that cover a day from ``first`` to ``last``."""
        days = [first + timedelta(days=number) for number in range((last - first).days + 1)]
        mine = [row for row, _, case in self.rows if case.municipality == municipality]
        return tuple(row for row in mine if any(row.covers(day) for day in days))

    def stored(self, plan: str) -> tuple[Plan, Case, float]:
        """Return a plan and its case, without hard faults."""
        return next((kept, case, 0.0) for row, kept, case in self.rows if row.plan == plan)

    def performed(self, municipality: str, first: date, last: date) -> tuple[PastVisit, ...]:
        """Return the performed visits from ``first`` to ``last``, in whatever municipality."""
        del municipality
        return tuple(row for row in self.visits if first <= row.start.date() <= last)
