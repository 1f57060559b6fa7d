"""Performed rows as time that asks for pay: by client, by service, and by the second caregiver.

For models that pay performed time (Huddinge, Haninge). Of several who register at once with a
client the first is the one who registers the services; what the others spend beside her is time
of a second caregiver, whether they marked double staffing or not.
"""

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from datetime import date

from planner.model.units import ClientId, Seconds, VisitId
from planner.pay.lines import NO_TIME, Line, Source, Status
from planner.pay.model.kinds import Role
from planner.pay.model.visits import PerformedVisit
from planner.pay.reasons import Reason
from planner.pay.steps.days import day_of
from planner.pay.steps.desk import Desk
from planner.pay.steps.joint import shares_of
from planner.pay.steps.overlap import clusters, length, shared_with
from planner.pay.steps.parts import Part
from planner.pay.steps.shares import split


@dataclass(frozen=True, slots=True)
class Done:
    """A performed row as the time of one client.

    ``occasion`` names the visit it is part of, ``again`` are its seconds beside a colleague who
    registered first, ``staff`` its seconds of staff time (with one of a couple's clients only).
    """

    visit: PerformedVisit
    client: ClientId
    day: date
    parts: tuple[Part, ...]
    approval: Status
    occasion: str
    again: Seconds
    staff: Seconds


@dataclass(frozen=True, slots=True)
class Ask:
    """Seconds of one service of a row; ``second``: spent by a second caregiver."""

    part: Part
    time: Seconds
    second: bool = False


def done_rows(desk: Desk) -> tuple[Done, ...]:
    """Return the performed rows of the account, in order of time."""
    beside = {name: row for own in desk.account.performed_of.values() for name, row in _met(own)}
    found: list[Done] = []
    for visit in desk.account.performed:
        occasion, colleagues = beside[visit.id]
        shares = shares_of(desk, visit)
        if visit.role is Role.DOUBLE:
            shares = tuple((client, _colleagues(desk, own, colleagues)) for client, own in shares)
        first = _before(visit, _with_couple(desk, visit, colleagues), desk)
        again = shared_with(visit, first) if first else NO_TIME
        staff = length(visit)
        times = tuple(sum(part.time for part in parts) for _, parts in shares)
        agains = split(again, times) if staff else tuple(NO_TIME for _ in shares)
        for (client, parts), most in zip(shares, agains, strict=True):
            day, approval = day_of(visit.start), desk.approval(visit.approved)
            found.append(Done(visit, client, day, parts, approval, occasion, most, staff))
            staff = NO_TIME
    return tuple(found)


def asks_of(done: Done) -> Iterator[Ask]:
    """Yield what ``done`` asks for: the row's own time, and time beside a colleague."""
    if done.visit.role is not Role.MAIN:
        yield from (Ask(part, part.time, second=True) for part in done.parts)
        return
    left = sum(part.time for part in done.parts) - done.again
    for part in done.parts:
        own = min(part.time, left)
        left -= own
        if own or not part.time:
            yield Ask(part, Seconds(own))
        if part.time > own:
            yield Ask(part, Seconds(part.time - own), second=True)


_Met = tuple[str, Sequence[PerformedVisit]]


def _met(rows: Sequence[PerformedVisit]) -> Iterator[tuple[VisitId, _Met]]:
    """Yield the occasion of each row of a client, and the rows that hang together with it."""
    for group in clusters(rows):
        named = next((row.planned[0] for row in group if row.planned), None)
        for row in group:
            own = row.planned[0] if row.planned else named
            yield row.id, (f"planned {own}" if own else f"row {group[0].id}", group)


def _with_couple(
    desk: Desk, visit: PerformedVisit, group: Sequence[PerformedVisit]
) -> Sequence[PerformedVisit]:
    """Return ``group`` and, for a couple's joint visit, those registered on the other of them."""
    if not visit.joint:
        return group
    clients = {visit.client, *visit.joint}
    others = [row for row in desk.account.performed if row.client != visit.client and row.joint]
    return [*group, *(row for row in others if {row.client, *row.joint} == clients)]


def _before(
    visit: PerformedVisit, group: Iterable[PerformedVisit], desk: Desk
) -> list[PerformedVisit]:
    """Return the rows of colleagues who registered services first and count."""
    if visit.role is not Role.MAIN:
        return []
    return [
        row
        for row in group
        if row.role is Role.MAIN
        and (row.start, row.id) < (visit.start, visit.id)
        and desk.approval(row.approved) is not Status.LOCKED_OUT
    ]


def _colleagues(
    desk: Desk, parts: tuple[Part, ...], group: Sequence[PerformedVisit]
) -> tuple[Part, ...]:
    """Return ``parts`` of a double row; without a service those of its colleague's visit."""
    if any(part.service for part in parts):
        return parts
    main = next((row for row in group if row.role is Role.MAIN and row.services), None)
    if main is None:
        return parts
    found = shares_of(desk, main)[0][1][0]
    return (Part(found.service, found.ordered, Seconds(sum(part.time for part in parts))),)


def undecided(desk: Desk, done: Done, ask: Ask, price: str) -> Line:
    """Return a line about ``ask`` at ``price`` with nothing decided: not ordered, so denied."""
    ordered = ask.part.ordered
    return Line(
        source=Source.PERFORMED,
        record=done.visit.id,
        client=done.client,
        day=done.day,
        status=Status.DENIED,
        reason=Reason.NOT_ORDERED,
        rules=(),
        insats=ordered.service.kind if ordered else None,
        service=ask.part.service,
        reference=desk.reference(done.client, ordered.order if ordered else None),
        price=price,
    )
