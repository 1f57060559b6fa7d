"""Key figures of a team as sums, so that those of any teams add up to a district's and more."""

from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from itertools import chain

from planner.alarm.reach import reach_of
from planner.model.instance import Instance
from planner.model.plan import Plan
from planner.model.units import ClientId, GroupId
from planner.rules.paid import paid_seconds
from planner.rules.reading import by_seat
from planner.score.continuity import Continuity, continuity_of
from planner.score.continuity.limits import Limits
from planner.score.continuity.shares import GUIDE
from planner.score.continuity.standing import of_planned_days
from planner.score.extent import extents
from planner.score.load import road_seconds, worked_seconds

Sums = Mapping[str, float]
"""Sums by name: visits, clients and seconds."""


@dataclass(frozen=True)
class _Ratio:
    """A key figure: one sum over another one, or over the number 1."""

    over: str
    under: str


RATIOS: Mapping[str, _Ratio] = {
    "contact_share": _Ratio("by_contact", "counted"),
    "contact_limit": _Ratio("limit_by_contact", "limit_counted"),
    "other_roster_share": _Ratio("limit_other_roster", "limit_counted"),
    "of_joint": _Ratio("planned_by_contact", "limit_by_contact"),
    "clients_at_guide": _Ratio("at_guide", "with_contact"),
    "mean_caregivers": _Ratio("faces", "met"),
    "travel_share": _Ratio("travel", "paid"),
    "used_share": _Ratio("used", "paid"),
    "placed_share": _Ratio("placed", "visits"),
    "delivered_share": _Ratio("delivered", "granted"),
}
"""The key figures that follow from sums, by name."""


def figures_from(sums: Sums) -> Mapping[str, float]:
    """Return the key figures of ``sums``; those without anything to count are left out."""
    found = {
        name: sums[ratio.over] / sums[ratio.under]
        for name, ratio in RATIOS.items()
        if sums.get(ratio.under) and ratio.over in sums
    }
    if sums.get("alarm_clients"):
        found["alarm_uncovered"] = sums["alarm_uncovered"]
    return found


def added(rows: Iterable[Sums]) -> Sums:
    """Return ``rows`` added up, name by name."""
    found: dict[str, float] = defaultdict(float)
    for row in rows:
        for name, value in row.items():
            found[name] += value
    return dict(found)


def sums_of(
    instance: Instance, plan: Plan, teams: Mapping[str, Iterable[GroupId]], limits: Limits | None
) -> Mapping[str, Sums]:
    """Return the sums of each of ``teams``, by name, for the whole plan of their district.

    What is a client's counts for the client's team, whoever comes; what is a caregiver's for the
    caregiver's own team, wherever the work is.
    """
    of_group = {group: team for team, groups in teams.items() for group in groups}
    found: dict[str, dict[str, float]] = {team: defaultdict(float) for team in teams}
    parts = chain(
        _of_clients(instance, plan),
        _of_staff(instance, plan),
        _of_limits(instance, plan, limits),
    )
    for group, name, value in parts:
        if group in of_group:
            found[of_group[group]][name] += value
    return {team: dict(sums) for team, sums in found.items()}


_Part = tuple[GroupId | None, str, float]


def _of_clients(instance: Instance, plan: Plan) -> Iterator[_Part]:
    yield from _continuity(instance, continuity_of(instance, plan))
    placed = by_seat(instance, plan).keys()
    left = {seat.visit for seat in instance.seats if seat not in placed}
    for visit in instance.demand.visits:
        team = _group(instance, visit.client)
        yield team, "visits", 1
        yield team, "placed", visit.id not in left
    for order in extents(instance, plan):
        if order.granted and order.asked:
            team = _group(instance, order.client)
            yield team, "granted", min(order.granted, order.asked)
            yield team, "delivered", min(order.placed, order.granted)
    for reach in reach_of(instance, plan):
        team = _group(instance, reach.client)
        yield team, "alarm_clients", 1
        yield team, "alarm_uncovered", reach.uncovered


def _continuity(instance: Instance, same: Continuity) -> Iterator[_Part]:
    for client, row in same.shares.items():
        team = _group(instance, client)
        yield team, "counted", row.visits
        yield team, "by_contact", row.visits_by_contact
        yield team, "with_contact", 1
        yield team, "at_guide", (row.share or 0.0) >= GUIDE
    for client, faces in same.faces.items():
        team = _group(instance, client)
        yield team, "met", 1
        yield team, "faces", faces


def _of_staff(instance: Instance, plan: Plan) -> Iterator[_Part]:
    group = {
        shift.id: instance.caregivers[shift.caregiver].group for shift in instance.shifts.values()
    }
    for shift, seconds in paid_seconds(instance).items():
        yield group[shift], "paid", seconds
    for round_ in plan.rounds:
        if round_.shift in group:
            yield group[round_.shift], "travel", road_seconds(round_)
            yield group[round_.shift], "used", worked_seconds(round_)


def _of_limits(instance: Instance, plan: Plan, limits: Limits | None) -> Iterator[_Part]:
    if limits is None:
        return
    for row in limits.groups:
        team = next((group for group in row.groups), None)
        yield team, "limit_counted", row.visits
        yield team, "limit_by_contact", row.by_contact
        yield team, "limit_other_roster", row.other_roster
    for client, share in of_planned_days(instance, plan).shares.items():
        yield _group(instance, client), "planned_by_contact", share.visits_by_contact


def _group(instance: Instance, client: ClientId) -> GroupId | None:
    """Return a group of the client's: the day's, or else the evening's."""
    row = instance.clients[client]
    return row.group or row.evening_group
