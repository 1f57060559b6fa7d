"""Plans for tests: the rounds of the small case worked out by hand, and ways to change a plan."""

from collections.abc import Callable
from dataclasses import dataclass
from datetime import UTC, date, datetime, timedelta
from zoneinfo import ZoneInfo

from planner.model.case import Case
from planner.model.plan import Origin, Plan, Round, Stop, StopKind
from planner.model.travel import TravelMatrices
from planner.model.units import PlaceId, Seconds
from tests.build.parts import DAY, clock

_STOCKHOLM = ZoneInfo("Europe/Stockholm")


@dataclass(frozen=True)
class Call:
    """A stop to be: its id, when it starts on the wall, its minutes, where, which seat."""

    id: str
    start: str
    minutes: int
    place: str | None = None
    seat: int = 1
    kind: StopKind = StopKind.VISIT


def at(wall: str, day: date = DAY) -> datetime:
    """Return the moment in UTC when Swedish clocks show ``wall``."""
    return datetime.combine(day, clock(wall), _STOCKHOLM).astimezone(UTC)


def visit(label: str, day: date = DAY) -> str:
    """Return the visit id of ``C1/morning``."""
    client, _, name = label.partition("/")
    return f"{client}:{day.isoformat()}:{name}"


def round_of(case: Case, travel: TravelMatrices, shift_id: str, *calls: Call) -> Round:
    """Return the round of a shift that makes ``calls``, arriving at each just in time.

    Whether there is time enough is for the caller to know.
    """
    shift = next(row for row in case.shifts if row.id == shift_id)
    person = next(row for row in case.caregivers if row.id == shift.caregiver)
    mode = shift.travel_mode or person.travel_mode
    here = shift.start_place
    stops = []
    for call in calls:
        there = PlaceId(call.place) if call.place else here
        seconds = travel.between(mode, here, there)
        start = at(call.start, shift.day)
        end = start + timedelta(minutes=call.minutes)
        place = PlaceId(call.place) if call.place else None
        stops.append(_stop(call, place, seconds, (start, start, end)))
        here = there
    return Round(
        shift=shift.id,
        caregiver=shift.caregiver,
        day=shift.day,
        mode=mode,
        stops=tuple(stops),
        travel_home=travel.between(mode, here, shift.end_place),
    )


def _stop(
    call: Call, place: PlaceId | None, travel: Seconds, times: tuple[datetime, datetime, datetime]
) -> Stop:
    fields = {"kind": call.kind, "id": call.id, "seat": call.seat, "place": place}
    arrival, start, end = times
    return Stop.model_validate(
        {**fields, "travel": travel, "arrival": arrival, "start": start, "end": end}
    )


def plan_of(case: Case, *rounds: Round, **changes: object) -> Plan:
    """Return a plan with ``rounds``."""
    fields: dict[str, object] = {
        "id": "by-hand",
        "case": case.id,
        "created": at("6:00"),
        "origin": Origin(seed=0, iterations=0, code_version="0", case_hash="0", matrix_hash="0"),
        "cost": 0,
        "rounds": rounds,
    }
    return Plan.model_validate(fields | changes)


def small_plan(case: Case, travel: TravelMatrices) -> Plan:
    """Return a faultless plan of ``small_case``."""
    rest, duty = StopKind.BREAK, StopKind.DUTY
    return plan_of(
        case,
        round_of(
            case,
            travel,
            "T1",
            Call("T1:handover:1", "7:00", 15, "OFFICE", kind=duty),
            Call(visit("C1/morning"), "8:00", 45, "P1"),
            Call(visit("C3/morning.S5"), "9:00", 10, "P3"),
            Call("T1:break:1", "10:30", 30, kind=rest),
            Call(visit("C4/meal_box.M1"), "11:30", 5, "P4"),
            Call(visit("C3/noon"), "12:15", 30, "P3"),
            Call(visit("C3/noon.S7"), "13:00", 5),
        ),
        round_of(
            case,
            travel,
            "T2",
            Call(visit("C1/morning"), "8:00", 30, "P1", seat=2),
            Call(visit("C2/morning"), "9:00", 15, "P2"),
            Call("T2:break:1", "11:30", 30, kind=rest),
            Call(visit("C2/afternoon"), "13:30", 15, "P2"),
        ),
        round_of(
            case,
            travel,
            "T3",
            Call("T3:handover:1", "15:00", 15, "OFFICE", kind=duty),
            Call("T3:break:1", "17:45", 30, kind=rest),
            Call(visit("C4/evening"), "19:00", 30, "P4"),
        ),
    )


def change_round(plan: Plan, shift: str, /, **changes: object) -> Plan:
    """Return ``plan`` with fields of one round replaced, unchecked."""
    rounds = tuple(
        row.model_copy(update=changes) if row.shift == shift else row for row in plan.rounds
    )
    return plan.model_copy(update={"rounds": rounds})


def change_stop(
    plan: Plan, stop: str, change: Callable[[Stop], Stop | None], seat: int = 1
) -> Plan:
    """Return ``plan`` with one stop changed, or taken out where ``change`` gives ``None``."""
    rounds = []
    for row in plan.rounds:
        changed = [change(one) if (one.id, one.seat) == (stop, seat) else one for one in row.stops]
        stops = tuple(one for one in changed if one is not None)
        rounds.append(row.model_copy(update={"stops": stops}))
    return plan.model_copy(update={"rounds": tuple(rounds)})


def moved(minutes: float) -> Callable[[Stop], Stop]:
    """Return a change that moves a stop with its arrival."""
    by = timedelta(minutes=minutes)
    names = ("arrival", "start", "end")
    return lambda stop: stop.model_copy(update={name: getattr(stop, name) + by for name in names})


def with_fields(**changes: object) -> Callable[[Stop], Stop]:
    """Return a change that replaces fields of a stop, unchecked."""
    return lambda stop: stop.model_copy(update=changes)
