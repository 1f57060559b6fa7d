"""What a day of granted time is worth: 1/30.4 of the granted monthly time (N15)."""

from collections.abc import Iterator

from planner.model.units import Seconds
from planner.pay.model.kinds import Per, Role
from planner.pay.model.orders import Grant, MonthOrder
from planner.pay.models.haninge.references import HaningeDesk
from planner.pay.steps.shares import share


def value_of(desk: HaningeDesk, order: MonthOrder, days: int) -> Seconds:
    """Return the seconds that ``days`` days of ``order`` are worth.

    A grant per day is that much a day, one per week a seventh. One per visit counts the month's
    planned visits (or else the performed ones) as its monthly time.
    """
    total = sum(_part(desk, order, grant, names, days) for grant, names in _grants(order))
    return Seconds(total)


def _grants(order: MonthOrder) -> Iterator[tuple[Grant, set[str]]]:
    """Yield the grants of ``order`` and the services each is for; a total decides."""
    if order.grant is not None:
        yield order.grant, {str(service.id) for service in order.services}
        return
    for service in order.services:
        if service.grant is not None:
            yield service.grant, {str(service.id)}


def _part(
    desk: HaningeDesk, order: MonthOrder, grant: Grant, names: set[str], days: int
) -> Seconds:
    """Return what ``grant`` is worth in ``days`` days."""
    if grant.per is Per.DAY:
        return Seconds(grant.time * days)
    if grant.per is Per.WEEK:
        return share(grant.time * days, 1, 7)
    times = _visits(desk, order, names) if grant.per is Per.VISIT else 1
    return share(grant.time * times * days, 10, desk.settings.month_tenths)


def _visits(desk: HaningeDesk, order: MonthOrder, names: set[str]) -> int:
    """Return the month's visits with one of the services ``names``."""
    account = desk.account
    planned = [row for row in account.planned if row.client == order.client]
    rows = planned or account.performed_of.get(order.client, ())
    return sum(row.role is Role.MAIN and bool(names & set(row.services)) for row in rows)
