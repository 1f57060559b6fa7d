"""Rough plans: everybody gets something to do, in about the right order, whoever may do it."""

import random
from collections import defaultdict
from dataclasses import dataclass
from datetime import UTC, datetime

from planner.model.instance import Instance
from planner.model.plan import Plan, Round, Stop, StopKind
from planner.model.staff import Shift
from planner.model.units import PlaceId
from planner.model.visits import Activity, Seat
from tests.build.plans import plan_of


@dataclass(frozen=True)
class _Do:
    """Something to do: from when, for how long, where."""

    kind: StopKind
    id: str
    seat: int
    place: PlaceId | None
    seconds: int
    earliest: int


def rough_plan(instance: Instance, seed: int) -> Plan:
    """Return a plan that takes every seat somewhere and minds the clock only roughly.

    Of the rules it knows travel times and when a window opens; a tenth of the starts is moved
    by some minutes. It is faulty more often than not.
    """
    rng = random.Random(seed)  # noqa: S311 no secrets here
    shifts = list(instance.shifts.values())
    todo: dict[str, list[_Do]] = defaultdict(list)
    for activity in instance.demand.activities:
        todo[activity.shift].append(_activity(activity))
    for seat in instance.seats if shifts else ():
        todo[rng.choice(_fitting(instance, seat, shifts)).id].append(_visit(instance, seat))
    rounds = (_round(instance, shift, todo[shift.id], rng) for shift in shifts)
    return plan_of(instance.case, *rounds)


def _fitting(instance: Instance, seat: Seat, shifts: list[Shift]) -> list[Shift]:
    """Return the shifts that are on duty when the visit's window opens, else all."""
    opens = instance.visits[seat.visit].window.earliest
    at_work = [one for one in shifts if instance.turns[one.id].end > opens]
    second = at_work[seat.number - 1 :: 2]
    return second or at_work or shifts


def _activity(activity: Activity) -> _Do:
    kind = StopKind.DUTY if activity.duty else StopKind.BREAK
    return _Do(kind, activity.id, 1, activity.place, activity.duration, activity.window.earliest)


def _visit(instance: Instance, seat: Seat) -> _Do:
    visit = instance.visits[seat.visit]
    late = visit.second if seat.number > 1 else None
    seconds = late.duration if late else visit.duration
    earliest = visit.window.earliest + (late.offset if late else 0)
    return _Do(StopKind.VISIT, visit.id, seat.number, visit.place, seconds, earliest)


def _round(instance: Instance, shift: Shift, todo: list[_Do], rng: random.Random) -> Round:
    """Do one thing after the other, each as soon as its window opens."""
    mode = instance.mode(shift)
    here, free = shift.start_place, int(instance.turns[shift.id].start)
    stops = []
    for do in sorted(todo, key=lambda one: (one.earliest, one.id, one.seat)):
        there = do.place or here
        travel = instance.travel.between(mode, here, there)
        arrival = free + travel
        start = max(arrival, do.earliest)
        if rng.random() < 0.1:
            start += rng.choice([-600, -1, 1, 600])
        free, here = start + do.seconds, there
        stops.append(_stop(do, travel, (arrival, start, free)))
    home = instance.travel.between(mode, here, shift.end_place)
    return Round(
        shift=shift.id,
        caregiver=shift.caregiver,
        day=shift.day,
        mode=mode,
        stops=tuple(stops),
        travel_home=home,
    )


def _stop(do: _Do, travel: int, instants: tuple[int, int, int]) -> Stop:
    arrival, start, end = (datetime.fromtimestamp(one, UTC) for one in instants)
    fields = {"kind": do.kind, "id": do.id, "seat": do.seat, "place": do.place, "travel": travel}
    return Stop.model_validate({**fields, "arrival": arrival, "start": start, "end": end})
