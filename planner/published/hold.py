"""The freeze horizon: what is published and near stays, but for what has become impossible.

The independent checker judges the published rounds of the near days against today's case. What it
finds is let go, one fault after the other: the start where only time is wrong, the caregiver too
where the person is. All else is pinned, person and start.
"""

from collections import defaultdict
from collections.abc import Callable, Iterable, Iterator, Mapping
from collections.abc import Set as AbstractSet
from dataclasses import dataclass, replace
from datetime import UTC, date, datetime

from planner.calendar.demand import expand
from planner.checker import Code, check_plan
from planner.model.case import Case, Horizon, Pin
from planner.model.findings import Finding, Level
from planner.model.instance import Instance
from planner.model.plan import Origin, Plan, Round, StopKind
from planner.model.units import CaregiverId, ClientId, ShiftId, VisitId
from planner.model.visits import Seat
from planner.published.rebuild import rebuilt

ABSENT, NO_ROOM = "absent", "no_room"
"""Reasons of ours beside the checker's codes: nobody in that shift; no room beside what is new."""

_NOT_OURS = frozenset(
    {
        Code.VISIT_MISSING,
        Code.SEAT_MISSING,
        Code.BREAK_MISSING,
        Code.DUTY_MISSING,
        Code.WORK_TOO_LONG,
        Code.REST_TOO_SHORT,
        Code.WEEKLY_REST_TOO_SHORT,
    }
)
"""What the search fills in, and what the roster does: no reason to let a visit go."""

_OF_THE_PERSON = frozenset(
    {
        Code.SKILL_MISSING,
        Code.DELEGATION_MISSING,
        Code.AVOIDED_CAREGIVER,
        Code.ALLERGY,
        Code.NO_LICENCE,
        Code.CAR_TWICE_AT_ONCE,
        Code.TOO_MANY_BOXES,
        Code.SAME_CAREGIVER_TWICE,
        Code.PIN_OTHER_CAREGIVER,
    }
)
"""Faults that another start of the same caregiver does not cure."""

PERSON, TIME = "person", "time"


def cause_of(reason: str) -> str:
    """Return ``reason`` as ``absent``, ``no_room``, ``person`` (who may not) or ``time``."""
    if reason in {ABSENT, NO_ROOM}:
        return reason
    return PERSON if reason in _OF_THE_PERSON else TIME


@dataclass(frozen=True, slots=True)
class Frozen:
    """A published seat of the near days: whose visit, who comes, and when."""

    seat: Seat
    client: ClientId
    caregiver: CaregiverId
    shift: ShiftId
    start: datetime


@dataclass(frozen=True)
class Held:
    """What the freeze horizon holds.

    ``seats`` are the published seats whose visits are still asked for, ``reasons`` why one of them
    could not stay, ``persons`` those of them whose caregiver stays though the start may not.
    ``rounds`` are what stays as rounds, to begin a search from.
    """

    seats: tuple[Frozen, ...]
    reasons: Mapping[Seat, str]
    persons: frozenset[Seat]
    rounds: tuple[Round, ...]

    def pins(self, case: Case) -> tuple[Pin, ...]:
        """Return the pins of ``case`` with those that hold the seats; the planner's come first."""
        known = {Seat(pin.visit, pin.seat) for pin in case.pins}
        fresh = (row for row in self.seats if row.seat not in known)
        return (*case.pins, *(pin for row in fresh if (pin := self._pin(row)) is not None))

    def _pin(self, row: Frozen) -> Pin | None:
        free = row.seat in self.reasons
        if free and row.seat not in self.persons:
            return None
        return Pin(
            visit=row.seat.visit,
            caregiver=row.caregiver,
            seat=1 if row.seat.number == 1 else 2,
            start=None if free else row.start,
        )

    def of(self, case: Case) -> "Held":
        """Return what of this is about the clients of ``case``."""
        own = {client.id for client in case.clients}
        return replace(self, seats=tuple(row for row in self.seats if row.client in own))

    def start(self, rounds: Iterable[Round]) -> tuple[Round, ...]:
        """Return ``rounds`` to begin from, with the held ones in place of those that lack them.

        A round that has all the held seats of its shift stays, with what it has beside them.
        """
        held = {row.shift: _visits(row) for row in self.rounds}
        everywhere = frozenset(seat for seats in held.values() for seat in seats)
        found = {row.shift: row for row in self.rounds}
        for row in rounds:
            own = held.get(row.shift, frozenset())
            if own <= _visits(row):
                foreign = everywhere - own
                stops = tuple(stop for stop in row.stops if (stop.id, stop.seat) not in foreign)
                found[row.shift] = row.model_copy(update={"stops": stops})
        return tuple(found[shift] for shift in sorted(found))

    def without(self, visits: Iterable[VisitId]) -> "Held":
        """Return this with ``visits`` let go: they found no room beside everything else."""
        left = frozenset(visits)
        gone = {row.seat for row in self.seats if row.seat.visit in left}
        fresh = {seat: NO_ROOM for seat in gone if seat not in self.reasons}
        return replace(self, reasons={**self.reasons, **fresh}, persons=self.persons - gone)


NOTHING_HELD = Held((), {}, frozenset(), ())
"""Nothing is published, or nothing is frozen."""


def around(
    instance: Instance, held: Held, search: Callable[[Instance], Plan]
) -> tuple[Held, Instance, Plan]:
    """Return the plan that ``search`` finds around what is ``held``, and what of it was held.

    Where held visits find no room, they are let go and the search is made anew.
    """
    while True:
        pins = held.pins(instance.case)
        case = instance.case.model_copy(update={"pins": pins})
        pinned = Instance(case, instance.demand, instance.travel)
        plan = search(pinned)
        freed = held.without(row.visit for row in plan.unplaced)
        if freed.pins(instance.case) == pins:
            return freed, pinned, plan
        held = freed


def hold(instance: Instance, rounds: Iterable[Round], until: date | None) -> Held:
    """Return what of the published ``rounds`` stays on the horizon's days before ``until``.

    Visits that are not asked for any more are no part of it.
    """
    first = instance.case.horizon.first
    until = until or first
    near = [row for row in rounds if first <= row.day < until]
    if not near:
        return NOTHING_HELD
    seats = tuple(_seats(instance, near))
    reasons = {row.seat: ABSENT for row in seats if not _on_duty(instance, row)}
    persons: set[Seat] = set()
    days = min(instance.case.horizon.days, (until - first).days)
    case = instance.case.model_copy(update={"horizon": Horizon(first=first, days=days)})
    judged = Instance(case, expand(case), instance.travel)
    own = [row for row in near if row.shift in judged.turns]
    known = {row.seat for row in seats}
    while True:
        held = known - reasons.keys()
        kept = rebuilt(judged, own, held)
        faults = dict(_faults(judged, kept, held))
        if not faults:
            return Held(seats, reasons, frozenset(persons), kept)
        reasons |= faults
        persons |= {seat for seat, code in faults.items() if code not in _OF_THE_PERSON}


def _seats(instance: Instance, rounds: Iterable[Round]) -> Iterator[Frozen]:
    asked = frozenset(instance.seats)
    for row in rounds:
        for stop in row.stops:
            seat = Seat(VisitId(stop.id), stop.seat)
            if stop.kind is StopKind.VISIT and seat in asked:
                client = instance.visits[seat.visit].client
                yield Frozen(seat, client, row.caregiver, row.shift, stop.start)


def _visits(round_: Round) -> frozenset[tuple[str, int]]:
    return frozenset((stop.id, stop.seat) for stop in round_.stops if stop.kind is StopKind.VISIT)


def _on_duty(instance: Instance, row: Frozen) -> bool:
    shift = instance.shifts.get(row.shift)
    return shift is not None and shift.caregiver == row.caregiver


def _faults(
    instance: Instance, rounds: tuple[Round, ...], held: AbstractSet[Seat]
) -> Iterator[tuple[Seat, str]]:
    """Yield the seats among ``held`` that must be let go, each with the checker's code."""
    where: dict[str, list[Seat]] = defaultdict(list)
    for row in rounds:
        for stop in row.stops:
            seat = Seat(VisitId(stop.id), stop.seat)
            if stop.kind is StopKind.VISIT and seat in held:
                where[row.shift].append(seat)
    for finding in check_plan(instance.case, _plan(instance, rounds), instance.travel):
        if finding.level is Level.LAW and finding.rule not in _NOT_OURS:
            for seat in _named(finding, where):
                yield seat, finding.rule


def _named(finding: Finding, where: Mapping[str, list[Seat]]) -> list[Seat]:
    """Return the seats that ``finding`` is about: those of a visit, else the last of a round."""
    given = finding.parameters
    shift, seat = given.get("shift"), given.get("seat")
    visit = given.get("visit") or given.get("stop")
    among = where.get(str(shift), []) if shift else [one for row in where.values() for one in row]
    found = [one for one in among if one.visit == visit and seat in {None, one.number}]
    if found or not shift:
        return found
    return list(among) if finding.rule == Code.NO_LICENCE else among[-1:]


def _plan(instance: Instance, rounds: tuple[Round, ...]) -> Plan:
    origin = Origin(seed=0, iterations=0, code_version="", case_hash="", matrix_hash="")
    return Plan(
        id="published",
        case=instance.case.id,
        created=datetime(1970, 1, 1, tzinfo=UTC),
        origin=origin,
        cost=0,
        rounds=rounds,
    )
