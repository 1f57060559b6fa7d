"""Which plans people work by: the published versions around some days."""

from datetime import date, timedelta

from sqlalchemy import Connection, select, true

from planner.model.plan import PlanStatus
from planner.published.ports import PublishedPlan
from planner.store.tables import cases, plans

LONGEST = timedelta(days=14)
"""No horizon is longer."""


class Published:
    """Published plans, within one transaction."""

    def __init__(self, connection: Connection) -> None:
        """Work on ``connection``, whose transaction somebody else ends."""
        self._connection = connection

    def around(
        self, first: date, last: date, municipality: str | None = None
    ) -> tuple[PublishedPlan, ...]:
        """Return those with a day from ``first`` to ``last``, newest first.

        Of one ``municipality``, or of all of them.
        """
        own = true() if municipality is None else cases.c.municipality == municipality
        query = (
            select(plans.c.id, cases.c.case_id, cases.c.first, cases.c.days)
            .join(cases, cases.c.digest == plans.c.case_digest)
            .where(
                plans.c.status == PlanStatus.PUBLISHED.value,
                own,
                cases.c.first > first - LONGEST,
                cases.c.first <= last,
            )
            .order_by(plans.c.number.desc())
        )
        rows = (PublishedPlan(*row) for row in self._connection.execute(query))
        return tuple(row for row in rows if row.first + timedelta(days=row.days) > first)
