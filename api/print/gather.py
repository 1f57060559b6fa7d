"""Gather what stands on every printed round of a plan."""

from datetime import datetime

from api.print.rows import Lookup, rows_of
from api.print.sheet import Row, RowKind, Sheet
from api.words.forms import moment_of
from planner.model.case import Group
from planner.model.clients import Lock
from planner.model.instance import Instance
from planner.model.plan import Plan, Round
from planner.model.units import ClientId, Seconds


def sheets_of(instance: Instance, plan: Plan) -> tuple[Sheet, ...]:
    """Return a sheet for each round of ``plan``, by day, group, start and caregiver.

    The address of a client with protected identity stands only on the sheets of the caregivers
    who go there. ``plan`` is a plan of ``instance``; an unknown visit is a ``KeyError``.
    """
    lookup = Lookup(instance, plan)
    sheets = (_sheet(lookup, trip) for trip in plan.rounds)
    return tuple(sorted(sheets, key=_order))


def _order(sheet: Sheet) -> tuple[object, ...]:
    return sheet.day, sheet.group, sheet.start, sheet.caregiver


def _sheet(lookup: Lookup, trip: Round) -> Sheet:
    instance = lookup.instance
    shift, turn = instance.shifts[trip.shift], instance.turns[trip.shift]
    group = _group(instance, trip)
    rows = tuple(rows_of(lookup, trip))
    return Sheet(
        caregiver=trip.caregiver,
        group=group.id if group else "",
        district=group.district if group else "",
        day=trip.day,
        start=moment_of(turn.start),
        end=moment_of(turn.end),
        mode=trip.mode,
        start_place=shift.start_place,
        end_place=shift.end_place,
        rows=rows,
        keys=_keys(rows),
        boxes=sum(row.boxes for row in rows),
        care=Seconds(sum(_length(row.start, row.end) for row in rows if row.number)),
        travel=Seconds(sum(row.travel for row in rows) + trip.travel_home),
        travel_home=trip.travel_home,
    )


def _group(instance: Instance, trip: Round) -> Group | None:
    group = instance.caregivers[trip.caregiver].group
    return instance.groups.get(group) if group else None


def _keys(rows: tuple[Row, ...]) -> tuple[ClientId, ...]:
    """Return the clients whose key hangs at the office, in the order they are visited."""
    at_the_door = (row for row in rows if row.kind is not RowKind.PHONE)
    keyed = (row.whom.client for row in at_the_door if row.whom and row.whom.lock is Lock.KEY)
    return tuple(dict.fromkeys(keyed))


def _length(start: datetime, end: datetime) -> int:
    return int((end - start).total_seconds())
