"""The roster's rows: shifts with breaks and duties, shared cars, absences."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import date, datetime, time, timedelta

from api.demo.crew import Crew
from api.demo.draft import GroupDraft
from api.demo.drafts import Pause, Slot, Stop
from api.demo.portrait import contact_of
from api.demo.proportions import LUND
from api.demo.roster import day_of
from api.demo.services import clock
from api.demo.substitutes import stood_in
from planner.calendar.clock import ZONE
from planner.model.case import StaffAbsence
from planner.model.places import TravelMode
from planner.model.staff import Break, Car, Caregiver, Duty, DutyKind, Shift
from planner.model.units import CaregiverId, CarId, GroupId, Seconds, ShiftId


@dataclass(frozen=True, slots=True)
class Worked:
    """A shift that is worked, with the hidden stops of its round."""

    shift: Shift
    slot: Slot
    stops: tuple[Stop, ...]


@dataclass(frozen=True, slots=True)
class Roster:
    """The shifts of a group over the horizon, worked and missed."""

    worked: tuple[Worked, ...]
    missed: tuple[Shift, ...]
    absences: tuple[StaffAbsence, ...]


def roster_of(
    draft: GroupDraft, days: Sequence[date], substitutes: tuple[Caregiver, ...] = ()
) -> Roster:
    """Return who works which round on which of ``days``, with ``substitutes`` for the absent."""
    affinity = _Affinity(draft)
    worked: list[Worked] = []
    missed: list[Shift] = []
    for day in days:
        for crew in draft.crews:
            staff = day_of(crew, day.toordinal(), draft.size.number, affinity)
            pool = tuple(row for row in substitutes if row.group == crew.workers[0].group)
            if pool:
                staff = stood_in(staff, crew, pool, day.toordinal())
            slots = [
                (slot, week[day.weekday()])
                for slot, week in zip(draft.slots, draft.weeks, strict=True)
                if slot.evening == (crew is draft.by_evening)
            ]
            for caregiver, (slot, stops) in zip(staff.rounds, slots, strict=True):
                row = _row(draft, caregiver, day, evening=slot.evening)
                worked.append(Worked(_worked(draft, caregiver, row, slot, stops), slot, stops))
            evening = crew is draft.by_evening
            missed += [_row(draft, person, day, evening=evening) for person in staff.away]
    return Roster(tuple(worked), tuple(missed), tuple(_absences(draft, missed, days)))


def cars_of(draft: GroupDraft) -> Iterator[Car]:
    """Yield the shared cars of a group: as many as rounds go by car at once."""
    count = max(crew.modes.count(TravelMode.CAR) for crew in draft.crews)
    for number in range(count):
        yield Car(
            id=_car(draft, number), place=draft.site.office.id, group=GroupId(draft.size.code)
        )


class _Affinity:
    """Counts the clients of a contact on a round."""

    def __init__(self, draft: GroupDraft) -> None:
        evening = {worker.id for worker in draft.by_evening.workers}
        self.counts: dict[tuple[CaregiverId, int], int] = {}
        for client in draft.clients:
            contact = contact_of(draft, client.number)
            round_ = client.evening_round if contact in evening else client.day_round
            key = contact, round_
            self.counts[key] = self.counts.get(key, 0) + 1

    def __call__(self, caregiver: Caregiver, round_: int) -> int:
        return self.counts.get((caregiver.id, round_), 0)


def _row(draft: GroupDraft, caregiver: Caregiver, day: date, *, evening: bool) -> Shift:
    """Return the plain roster row of a caregiver: hours, break, hand-over."""
    office = draft.site.office.id
    opens, closes = LUND.day_opens, LUND.day_closes
    earliest, latest = LUND.day_break
    handover = closes - LUND.handover
    if evening:
        opens, closes = LUND.day_closes, LUND.evening_closes
        earliest, latest = LUND.evening_break
        handover = opens
    rest = Break(
        earliest_start=clock(earliest), latest_start=clock(latest), duration=Seconds(LUND.rest)
    )
    return Shift(
        id=ShiftId(f"{caregiver.group}:{day.isoformat()}:{caregiver.id}"),
        caregiver=caregiver.id,
        day=day,
        start=clock(opens),
        end=clock(closes),
        start_place=office,
        end_place=office,
        breaks=(rest,),
        duties=(_duty(draft, DutyKind.HANDOVER, handover, LUND.handover),),
    )


def _worked(
    draft: GroupDraft, caregiver: Caregiver, row: Shift, slot: Slot, stops: Sequence[Stop]
) -> Shift:
    """Return ``row`` for a caregiver who works a round: with its duties and its car."""
    crew = draft.by_evening if slot.evening else draft.by_day
    (rest,) = (stop for stop in stops if stop.what is Pause.BREAK)
    at_office = None if rest.row is None else draft.site.office.id
    by_car = crew.modes[: slot.number].count(TravelMode.CAR)
    return row.model_copy(
        update={
            "travel_mode": None if caregiver.travel_mode is slot.mode else slot.mode,
            "car": _car(draft, by_car) if slot.mode is TravelMode.CAR else None,
            "breaks": (row.breaks[0].model_copy(update={"place": at_office}),),
            "duties": tuple(_duties(draft, crew, caregiver, stops)),
        }
    )


def _duties(
    draft: GroupDraft, crew: Crew, caregiver: Caregiver, stops: Sequence[Stop]
) -> Iterator[Duty]:
    """Yield the duties of a round; the contact's hour is phone time for who is no contact (L34)."""
    contacts = {worker.id for worker in crew.workers[: crew.contacts]}
    for stop in stops:
        if isinstance(stop.what, Pause) and isinstance(stop.what.value, DutyKind):
            kind = stop.what.value
            if stop.what is Pause.PLANNING and caregiver.id not in contacts:
                kind = DutyKind.PHONE_TIME
            yield _duty(draft, kind, stop.start, stop.seconds)


def _duty(draft: GroupDraft, kind: DutyKind, start: int, seconds: int) -> Duty:
    return Duty(
        kind=kind, start=clock(start), duration=Seconds(seconds), place=draft.site.office.id
    )


def _car(draft: GroupDraft, number: int) -> CarId:
    return CarId(f"{draft.size.code}-CAR{number + 1}")


def _absences(
    draft: GroupDraft, missed: Sequence[Shift], days: Sequence[date]
) -> Iterator[StaffAbsence]:
    """Yield one leave over the whole horizon, and a day of illness for each other missed shift."""
    leave = draft.by_day.leave
    if leave is not None:
        yield _away(leave.id, days[0], days[-1], "leave")
    for shift in missed:
        if leave is None or shift.caregiver != leave.id:
            yield _away(shift.caregiver, shift.day, shift.day, "illness")


def _away(caregiver: CaregiverId, first: date, last: date, reason: str) -> StaffAbsence:
    midnight = time(0)
    return StaffAbsence(
        caregiver=caregiver,
        start=datetime.combine(first, midnight, tzinfo=ZONE),
        end=datetime.combine(last + timedelta(days=1), midnight, tzinfo=ZONE),
        reason=reason,
    )
