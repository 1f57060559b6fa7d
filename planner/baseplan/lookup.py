"""Which row of the base plan speaks of a visit."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, replace
from datetime import date, timedelta
from functools import cached_property

from planner.calendar.clock import instant_of
from planner.model.base_plan import BasePlan, BaseVisit
from planner.model.units import ServiceId
from planner.model.visits import Visit

Key = tuple[ServiceId, int, int, int]
"""Service, ISO weekday, week 1 or 2, seat."""


def week_of(first: date, day: date) -> int:
    """Return whether ``day`` lies in week 1 or 2 when week 1 holds ``first``."""
    monday = first - timedelta(days=first.weekday())
    return (day - monday).days // 7 % 2 + 1


@dataclass(frozen=True)
class Base:
    """Look-up in a base plan; of two rows about the same the first counts."""

    plan: BasePlan

    @cached_property
    def rows(self) -> Mapping[Key, BaseVisit]:
        """The rows by what they speak of."""
        found: dict[Key, BaseVisit] = {}
        for row in self.plan.visits:
            found.setdefault((row.service, row.weekday, row.week, row.seat), row)
        return found

    def of(self, visit: Visit, seat: int = 1) -> BaseVisit | None:
        """Return the row of a seat of ``visit``, by the first of its services that has one."""
        week = week_of(self.plan.first, visit.day)
        keys = ((name, visit.day.isoweekday(), week, seat) for name in visit.services)
        rows = (self.rows.get(key) for key in keys)
        return next((row for row in rows if row and row.client == visit.client), None)


def with_usual(base: BasePlan | None, visits: Iterable[Visit]) -> list[Visit]:
    """Return ``visits`` with the base plan's starts as their usual ones."""
    if base is None:
        return list(visits)
    table = Base(base)
    return [
        replace(visit, usual=instant_of(visit.day, row.start))
        if (row := table.of(visit)) is not None
        else visit
        for visit in visits
    ]
