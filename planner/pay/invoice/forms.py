"""The two monthly forms of Huddinge: meal portions (H29) and deviations (H31).

They are the basis of clients' fees, so they name clients by code: for the municipality's system,
never for an invoice.
"""

from collections import Counter
from dataclasses import dataclass
from datetime import date

from planner.model.units import ClientId
from planner.pay.model.kinds import Away
from planner.pay.model.month import Month
from planner.pay.steps.days import day_of

MUNICIPALITIES = frozenset({"huddinge"})
"""Whose rules ask for the forms."""


@dataclass(frozen=True, slots=True)
class Portions:
    """Meal portions that a client got in the month, and days of delivery (H29)."""

    client: ClientId
    portions: int
    deliveries: int


@dataclass(frozen=True, slots=True)
class Deviation:
    """Days of the month on which a client was away or declined a visit (H30, H31).

    ``last`` is the last day in the month; ``goes_on``: the absence does not end in it.
    """

    client: ClientId
    reason: Away
    first: date
    last: date
    goes_on: bool

    @property
    def days(self) -> int:
        """The number of days, both ends counted."""
        return (self.last - self.first).days + 1


def portions_of(month: Month) -> tuple[Portions, ...]:
    """Return the portions of every client who got any in the month, sorted."""
    boxes: Counter[ClientId] = Counter()
    days: dict[ClientId, set[date]] = {}
    for row in month.meals:
        if row.delivered is not None and month.first <= row.delivered <= month.last:
            boxes[row.client] += 0 if row.wrong else row.boxes
            days.setdefault(row.client, set()).add(row.delivered)
    return tuple(Portions(client, boxes[client], len(days[client])) for client in sorted(days))


def deviations_of(month: Month) -> tuple[Deviation, ...]:
    """Return the absences and declined visits that touch the month, sorted by client and day."""
    found = [
        Deviation(visit.client, visit.reason, day, day, goes_on=False)
        for visit in month.declined
        if not visit.partly and month.first <= (day := day_of(visit.start)) <= month.last
    ]
    for row in month.absences:
        end = None if row.end is None else day_of(row.end)
        first = max(day_of(row.start), month.first)
        last = month.last if end is None else min(end, month.last)
        if first <= last:
            going = end is None or end > month.last
            found.append(Deviation(row.client, row.reason, first, last, going))
    return tuple(sorted(found, key=lambda row: (row.client, row.first, row.last, row.reason)))
