"""A case read once, and a plan beside it: what the single checks look things up in."""

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from datetime import date

from planner.checker.clock import hours_of, seconds
from planner.checker.needs import Need, days_of, needs_of
from planner.model.case import Case, ClientAbsence, StaffAbsence
from planner.model.places import TravelMode
from planner.model.plan import Plan, Round, Stop, StopKind
from planner.model.staff import Caregiver, Shift
from planner.model.travel import TravelMatrices

Interval = tuple[int, int]
"""From when to when, in seconds since 1970."""


@dataclass(frozen=True)
class Book:
    """What the case says, by code.

    ``away`` are visits that fall out: the client is not there. ``hours`` are when shifts start
    and end; ``clients_away`` and ``staff_away`` hold absences [from, to).
    """

    case: Case
    days: tuple[date, ...]
    places: frozenset[str]
    caregivers: Mapping[str, Caregiver]
    shifts: Mapping[str, Shift]
    hours: Mapping[str, tuple[int, int]]
    needs: Mapping[str, Need]
    away: Mapping[str, Need]
    clients_away: Mapping[str, list[Interval]]
    staff_away: Mapping[str, list[Interval]]
    unreadable: tuple[str, ...]

    def mode(self, shift: Shift) -> TravelMode | None:
        """Return how the caregiver of ``shift`` travels by the roster."""
        person = self.caregivers.get(shift.caregiver)
        return shift.travel_mode or (person.travel_mode if person else None)

    def is_away(self, caregiver: str, shift: str) -> bool:
        """Tell whether ``caregiver`` is away for some part of ``shift``."""
        begins, ends = self.hours[shift]
        return any(
            start < ends and begins < end for start, end in self.staff_away.get(caregiver, ())
        )


@dataclass(frozen=True)
class Seen:
    """A stop as it stands in round ``number`` of the plan, its moments in seconds since 1970."""

    number: int
    round: Round
    stop: Stop
    arrival: int
    start: int
    end: int

    @property
    def names(self) -> dict[str, object]:
        """What names this stop in a finding."""
        return {"shift": self.round.shift, "stop": self.stop.id}


@dataclass(frozen=True)
class Sheet:
    """The plan, read: its stops in the order of its rounds."""

    plan: Plan
    travel: TravelMatrices
    rounds: tuple[tuple[Round, tuple[Seen, ...]], ...]
    visits: Mapping[str, tuple[Seen, ...]]

    def stops(self) -> Iterator[Seen]:
        """Yield every stop."""
        for _, stops in self.rounds:
            yield from stops


def open_book(case: Case) -> Book:
    """Read ``case``; of rows with the same code the last one counts."""
    due, unreadable = needs_of(case)
    clients_away = _intervals((row.client, row) for row in case.client_absences)
    staff_away = _intervals((row.caregiver, row) for row in case.staff_absences)
    gone = {
        need.id: need
        for need in due
        if any(start <= need.usual < end for start, end in clients_away.get(need.client.id, ()))
    }
    return Book(
        case=case,
        days=days_of(case),
        places=frozenset(place.id for place in case.places),
        caregivers={caregiver.id: caregiver for caregiver in case.caregivers},
        shifts={shift.id: shift for shift in case.shifts},
        hours={shift.id: hours_of(shift.day, shift.start, shift.end) for shift in case.shifts},
        needs={need.id: need for need in due if need.id not in gone},
        away=gone,
        clients_away=clients_away,
        staff_away=staff_away,
        unreadable=tuple(service.id for service in unreadable),
    )


def _intervals(
    rows: Iterable[tuple[str, ClientAbsence | StaffAbsence]],
) -> Mapping[str, list[Interval]]:
    """Return the absences of everybody who has one."""
    away: dict[str, list[Interval]] = {}
    for who, row in rows:
        away.setdefault(who, []).append((seconds(row.start), seconds(row.end)))
    return away


def open_sheet(plan: Plan, travel: TravelMatrices) -> Sheet:
    """Read ``plan``."""
    rounds = tuple(
        (row, tuple(_seen(number, row, stop) for stop in row.stops))
        for number, row in enumerate(plan.rounds)
    )
    visits: dict[str, list[Seen]] = {}
    for _, stops in rounds:
        for seen in stops:
            if seen.stop.kind is StopKind.VISIT:
                visits.setdefault(seen.stop.id, []).append(seen)
    found = {visit: tuple(stops) for visit, stops in visits.items()}
    return Sheet(plan=plan, travel=travel, rounds=rounds, visits=found)


def _seen(number: int, row: Round, stop: Stop) -> Seen:
    return Seen(number, row, stop, seconds(stop.arrival), seconds(stop.start), seconds(stop.end))
