"""The repository of planned time handed over to the compensation system: new rows only."""

from collections.abc import Sequence
from datetime import date, datetime

from sqlalchemy import Connection, select

from planner.model.units import ClientId, Seconds, ServiceId
from planner.pay.feedback import TimeRow, changed
from planner.store.tables import handed_over


class PlannedTime:
    """Planned time by client, service and day, within one transaction."""

    def __init__(self, connection: Connection) -> None:
        """Work on ``connection``, whose transaction somebody else ends."""
        self._connection = connection

    def add(
        self, plan: str, rows: Sequence[TimeRow], reason: str, written: datetime
    ) -> tuple[TimeRow, ...]:
        """Store what of ``rows`` differs from what was last handed over, and return that.

        ``reason`` is a code for why there is anything new: ``published``, ``changed`` ...
        """
        if not rows:
            return ()
        days = sorted({row.day for row in rows})
        fresh = changed(rows, self.current(days[0], days[-1]))
        if fresh:
            values = [
                {
                    "plan": plan,
                    "client": row.client,
                    "service": row.service,
                    "day": row.day,
                    "seconds": row.seconds,
                    "staff": row.staff,
                    "reason": reason,
                    "written": written,
                }
                for row in fresh
            ]
            self._connection.execute(handed_over.insert(), values)
        return fresh

    def current(self, first: date, last: date) -> tuple[TimeRow, ...]:
        """Return the last row of each client, service and day from ``first`` to ``last``."""
        columns = (handed_over.c[name] for name in TimeRow.__dataclass_fields__)
        query = (
            select(*columns)
            .where(handed_over.c.day.between(first, last))
            .order_by(handed_over.c.number)
        )
        latest: dict[tuple[str, str, date], TimeRow] = {}
        for client, service, day, seconds, staff in self._connection.execute(query):
            row = TimeRow(
                ClientId(client), ServiceId(service), day, Seconds(seconds), Seconds(staff)
            )
            latest[row.key] = row
        return tuple(sorted(latest.values()))
