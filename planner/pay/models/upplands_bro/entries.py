"""Everything that takes from ordered time, as entries in order of time.

Performed visits, alarm call-outs that turned out to be an ordered service (U62), late declined
visits and visits missed in hospital all take from what is ordered, first come first served.
"""

from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import date, datetime

from planner.model.units import CaregiverId, ClientId, Seconds, VisitId
from planner.pay.lines import NO_TIME, Source, Status
from planner.pay.model.kinds import SHARED_BY_TWO, Role
from planner.pay.model.visits import AlarmCall, PerformedVisit, PlannedVisit
from planner.pay.models.upplands_bro.desk import Desk
from planner.pay.steps.caps import Fit, fill
from planner.pay.steps.days import day_of
from planner.pay.steps.grants import Pot, pot_of
from planner.pay.steps.overlap import clusters, shared_with
from planner.pay.steps.parts import Part, parts_of


@dataclass(frozen=True, slots=True)
class Entry:
    """One row that takes from ordered time; ``occasion`` names the visit it is part of."""

    source: Source
    record: str
    client: ClientId
    start: datetime
    end: datetime
    day: date
    parts: tuple[Part, ...]
    approval: Status
    occasion: str
    caregiver: CaregiverId | None = None
    role: Role = Role.MAIN
    motivated: bool = False
    signed: bool = True


Fits = Mapping[tuple[Source, str, str], tuple[Fit, ...]]
"""How the parts of each entry fit what is ordered, by source, row and day."""


def key_of(entry: Entry) -> tuple[Source, str, str]:
    """Return what tells ``entry`` from all others."""
    return entry.source, entry.record, entry.start.isoformat()


def performed_entries(desk: Desk) -> tuple[Entry, ...]:
    """Return the performed visits and the alarm call-outs that became a service."""
    account = desk.account
    rows = [_visit(desk, visit) for visit in account.performed]
    rows += [_alarm(desk, call) for call in account.alarms if call.became and call.arrived]
    found: list[Entry] = []
    for own in _by_client(rows).values():
        for group in clusters(own):
            found.extend(_one_occasion(group))
    return tuple(sorted(found, key=lambda row: (row.start, row.record)))


def fits_of(entries: Iterable[Entry]) -> Fits:
    """Return how each entry fits, taken in order of time; what is not ordered has no room."""
    ordered = sorted(entries, key=lambda row: (row.start, row.record))
    mains = mains_of(ordered)
    asks: list[tuple[Pot, int]] = []
    room: dict[Pot, int | None] = {}
    for entry in ordered:
        for number, part in enumerate(entry.parts):
            pot: Pot = ("nothing", entry.record, str(number))
            if part.ordered is not None:
                pot, size = pot_of(part.ordered, entry.day, entry.occasion)
                room[pot] = size
            asks.append((pot, _asked(entry, part, mains.get(place_of(entry), ()))))
    fits = iter(fill(asks, room))
    return {key_of(entry): tuple(next(fits) for _ in entry.parts) for entry in ordered}


def twice(entry: Entry, part: Part, mains: Iterable[Entry]) -> Seconds:
    """Return the seconds of ``part`` that a colleague registered already (U69, U70).

    Two who share an assessed time are no such case (U75).
    """
    if part.ordered is not None and part.ordered.service.kind in SHARED_BY_TWO:
        return NO_TIME
    before = [
        row
        for row in mains
        if (row.start, row.record) < (entry.start, entry.record)
        and row.caregiver != entry.caregiver
        and any(own.service == part.service for own in row.parts)
    ]
    return Seconds(min(part.time, shared_with(entry, before)))


def mains_of(entries: Iterable[Entry]) -> Mapping[str, tuple[Entry, ...]]:
    """Return the rows that register services, by client and occasion."""
    found: dict[str, list[Entry]] = defaultdict(list)
    for entry in entries:
        if entry.role is Role.MAIN and entry.source in (Source.PERFORMED, Source.ALARM):
            found[place_of(entry)].append(entry)
    return {place: tuple(own) for place, own in found.items()}


def place_of(entry: Entry) -> str:
    """Return the client and occasion of ``entry`` as one word."""
    return f"{entry.client} {entry.occasion}"


def _asked(entry: Entry, part: Part, mains: Sequence[Entry]) -> int:
    """Return the seconds of ``part`` that are taken from ordered time."""
    if entry.role is not Role.MAIN or entry.approval is Status.LOCKED_OUT:
        return 0
    return part.time - twice(entry, part, mains)


def _visit(desk: Desk, visit: PerformedVisit) -> Entry:
    """Return the entry of a performed visit."""
    return Entry(
        source=Source.PERFORMED,
        record=visit.id,
        client=visit.client,
        start=visit.start,
        end=visit.end,
        day=day_of(visit.start),
        parts=parts_of(desk, visit),
        approval=desk.approval(visit.approved),
        occasion=_occasion(visit.planned),
        caregiver=visit.caregiver,
        role=visit.role,
        motivated=bool(visit.motivation),
        signed=visit.signed,
    )


def _alarm(desk: Desk, call: AlarmCall) -> Entry:
    """Return the entry of a call-out that became a service; a missing end means no time."""
    start, end = call.arrived or call.called, call.left or call.arrived or call.called
    services = () if call.became is None else (call.became,)
    done = PlannedVisit(id=call.id, client=call.client, services=services, start=start, end=end)
    return Entry(
        source=Source.ALARM,
        record=call.id,
        client=call.client,
        start=start,
        end=end,
        day=day_of(start),
        parts=parts_of(desk, done),
        approval=desk.approval(call.approved),
        occasion="",
        caregiver=call.caregiver,
        motivated=bool(call.motivation),
    )


def _occasion(planned: Sequence[VisitId]) -> str:
    """Return the occasion that the planned visit names, if there is one."""
    return f"planned {planned[0]}" if planned else ""


def _one_occasion(group: Sequence[Entry]) -> Iterator[Entry]:
    """Yield the entries of ``group``, which hang together in time, as one occasion."""
    named = next((row.occasion for row in group if row.occasion), "")
    for row in group:
        occasion = row.occasion or named or f"row {group[0].record}"
        yield row if row.occasion == occasion else replace(row, occasion=occasion)


def _by_client(rows: Iterable[Entry]) -> Mapping[ClientId, list[Entry]]:
    """Return ``rows`` by client."""
    found: dict[ClientId, list[Entry]] = defaultdict(list)
    for row in rows:
        found[row.client].append(row)
    return found
