"""Looking back: the earlier plans of a unit and its key figures over time."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date, datetime

from sqlalchemy import Connection, ScalarSelect, select

from planner.districts.select import PART
from planner.store.tables import cases, figures, plans


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

    def history(self, since: datetime) -> tuple[PastFigure, ...]:
        """Return the key figures of every unit's plans made since, in the order stored."""
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


def _number(plan: str) -> ScalarSelect[int]:
    """Return the query of the place of ``plan`` in the order stored."""
    return select(plans.c.number).where(plans.c.id == plan).scalar_subquery()
