"""Looking back: the earlier plans of a unit and its key figures over time."""

from collections import defaultdict
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from datetime import date, datetime

from sqlalchemy import Connection, ScalarSelect, select

from planner.districts.select import PART
from planner.score.sums import Sums, added, figures_from
from planner.store.tables import cases, figures, plans, unit_sums


@dataclass(frozen=True, slots=True)
class PastFigure:
    """One key figure of a plan of ``unit`` whose horizon begins on ``first``."""

    unit: str
    first: date
    name: str
    value: float


@dataclass(frozen=True, slots=True)
class PlanOfUnit:
    """A stored plan, whose case it is, and its first day."""

    plan: str
    unit: str
    first: date
    status: str
    created: datetime


class Pasts:
    """Earlier plans of a unit: the last one, and the key figures since a moment."""

    def __init__(self, connection: Connection) -> None:
        """Work on ``connection``, whose transaction somebody else ends."""
        self._connection = connection

    def latest(self, unit: str, *, before: str) -> str | None:
        """Return the plan of the case id ``unit`` stored last before the plan ``before``."""
        query = (
            select(plans.c.id)
            .join(cases, cases.c.digest == plans.c.case_digest)
            .where(cases.c.case_id == unit, plans.c.number < _number(before))
            .order_by(plans.c.number.desc())
            .limit(1)
        )
        return self._connection.execute(query).scalar()

    def plans(self, most: int) -> tuple[PlanOfUnit, ...]:
        """Return the ``most`` plans that were stored last, the newest first."""
        query = (
            select(
                plans.c.id,
                cases.c.case_id,
                cases.c.first,
                plans.c.status,
                plans.c.created,
            )
            .join(cases, cases.c.digest == plans.c.case_digest)
            .order_by(plans.c.number.desc())
            .limit(most)
        )
        return tuple(PlanOfUnit(*row) for row in self._connection.execute(query))

    def add_sums(self, plan: str, units: Mapping[str, Sums]) -> None:
        """Store the sums of each of ``units``, the teams of ``plan``."""
        rows = [
            {"plan": plan, "unit": unit, "name": name, "value": value}
            for unit, sums in sorted(units.items())
            for name, value in sorted(sums.items())
        ]
        if rows:
            self._connection.execute(unit_sums.insert(), rows)

    def sums(self, since: datetime) -> Mapping[tuple[str, date], Sums]:
        """Return each team's sums by first day, of the last plan for it made since."""
        query = (
            select(unit_sums.c.unit, cases.c.first, plans.c.id, unit_sums.c.name, unit_sums.c.value)
            .join(plans, plans.c.id == unit_sums.c.plan)
            .join(cases, cases.c.digest == plans.c.case_digest)
            .where(plans.c.created >= since)
            .order_by(plans.c.number)
        )
        found: dict[tuple[str, date], tuple[str, dict[str, float]]] = {}
        for unit, first, plan, name, value in self._connection.execute(query):
            known = found.get((unit, first))
            if known is None or known[0] != plan:
                known = found[unit, first] = (plan, {})
            known[1][name] = value
        return {key: sums for key, (_, sums) in found.items()}

    def history(self, since: datetime) -> tuple[PastFigure, ...]:
        """Return the key figures of every unit's plans made since, in the order stored.

        Those of teams and of whole municipalities follow, from the sums of the teams.
        """
        return (*self._of_plans(since), *of_units(self.sums(since)))

    def _of_plans(self, since: datetime) -> tuple[PastFigure, ...]:
        query = (
            select(cases.c.case_id, cases.c.first, figures.c.name, figures.c.value)
            .join(plans, plans.c.id == figures.c.plan)
            .join(cases, cases.c.digest == plans.c.case_digest)
            .where(plans.c.created >= since, cases.c.case_id.contains(PART))
            .order_by(plans.c.number)
        )
        return tuple(PastFigure(*row) for row in self._connection.execute(query))

    def figures(
        self, unit: str, since: datetime, *, before: str
    ) -> Mapping[str, tuple[float, ...]]:
        """Return each key figure of the plans of ``unit`` made since, stored before ``before``."""
        query = (
            select(figures.c.name, figures.c.value)
            .join(plans, plans.c.id == figures.c.plan)
            .join(cases, cases.c.digest == plans.c.case_digest)
            .where(
                cases.c.case_id == unit,
                plans.c.created >= since,
                plans.c.number < _number(before),
            )
            .order_by(plans.c.number)
        )
        found: dict[str, tuple[float, ...]] = {}
        for row in self._connection.execute(query):
            found[row.name] = (*found.get(row.name, ()), row.value)
        return found


def of_units(sums: Mapping[tuple[str, date], Sums]) -> Iterator[PastFigure]:
    """Yield the key figures of every team and of every municipality, from the teams' ``sums``."""
    whole: dict[tuple[str, date], list[Sums]] = defaultdict(list)
    for (unit, first), row in sorted(sums.items()):
        whole[unit.split(PART)[0], first].append(row)
        yield from (PastFigure(unit, first, *row) for row in figures_from(row).items())
    for (unit, first), rows in whole.items():
        yield from (PastFigure(unit, first, *row) for row in figures_from(added(rows)).items())


def _number(plan: str) -> ScalarSelect[int]:
    """Return the query of the place of ``plan`` in the order stored."""
    return select(plans.c.number).where(plans.c.id == plan).scalar_subquery()
