"""A forecast: per client what is planned, granted and paid, and what would not be paid and why."""

from collections import defaultdict
from collections.abc import Iterable, Mapping
from dataclasses import dataclass

from planner.model.units import ClientId
from planner.pay.lines import Line, Status
from planner.pay.model.kinds import Role
from planner.pay.model.month import Month
from planner.pay.reasons import Reason
from planner.pay.settlement import Settlement
from planner.pay.steps.days import day_of
from planner.pay.steps.granted import granted_seconds
from planner.pay.steps.overlap import length
from planner.pay.totals import total_of


@dataclass(frozen=True, slots=True)
class ForecastRow:
    """One client: seconds planned (``staff``: of all caregivers), granted on those days, paid.

    ``unpaid`` are the seconds that would not surely be paid, by reason. ``amount`` is in 1/3600
    öre, ``None`` without a tariff.
    """

    client: ClientId
    planned: int
    staff: int
    granted: int
    paid: int
    billed: int
    unpaid: Mapping[Reason, int]
    amount: int | None


def forecast_rows(month: Month, settlement: Settlement) -> tuple[ForecastRow, ...]:
    """Return a row for each client with something planned, sorted by code.

    ``settlement`` is that of ``month`` as performed. Only lines of days with planned visits count,
    and granted time of those days, so that a plan of two weeks is not held against a month.
    """
    days = {day_of(visit.start) for visit in month.planned}
    granted = granted_seconds(month, days)
    planned: dict[ClientId, int] = defaultdict(int)
    staff: dict[ClientId, int] = defaultdict(int)
    for visit in month.planned:
        staff[visit.client] += length(visit)
        if visit.role is Role.MAIN:
            planned[visit.client] += length(visit)
    lines: dict[ClientId, list[Line]] = defaultdict(list)
    for line in settlement.lines:
        if line.client is not None and (line.day in days or not line.time):
            lines[line.client].append(line)
    return tuple(
        _row(client, planned[client], staff[client], granted.get(client, 0), lines[client])
        for client in sorted(staff)
    )


def _row(
    client: ClientId, planned: int, staff: int, granted: int, lines: Iterable[Line]
) -> ForecastRow:
    """Return the row of one client."""
    own = tuple(lines)
    total = total_of(own)
    unpaid: dict[Reason, int] = defaultdict(int)
    for line in own:
        if line.status is not Status.SURE and line.time:
            unpaid[line.reason] += line.time
    amount = None if total.amount is None else total.amount[Status.SURE]
    return ForecastRow(
        client, planned, staff, granted, total.paid, total.billed, dict(unpaid), amount
    )
