"""Proves the hidden plan feasible against the case and the streets, in one pass over its stops.

A guard against faults of the generator itself. The independent checker of plans knows more.
"""

from collections.abc import Iterator

from planner.calendar.demand import expand
from planner.model.case import Case
from planner.model.instance import Instance
from planner.model.places import TravelMode
from planner.model.plan import Plan, Round, Stop, StopKind
from planner.model.travel import TravelMatrices
from planner.model.units import PlaceId, VisitId
from planner.model.visits import Seat, Visit


class PlantingError(RuntimeError):
    """The generator planted a plan that its own case does not allow: a fault of the program."""


def prove(case: Case, plan: Plan, travel: TravelMatrices) -> None:
    """Raise ``PlantingError`` with all that is wrong unless ``plan`` does all of ``case``."""
    instance = Instance(case, expand(case), travel)
    faults = [*_seats(instance, plan), *_turns(instance, plan)]
    for round_ in plan.rounds:
        faults += [*_times(instance, round_), *_persons(instance, round_)]
    if faults:
        message = f"case {case.id}: {len(faults)} faults in the planted plan, first {faults[:3]}"
        raise PlantingError(message)


def _seats(instance: Instance, plan: Plan) -> Iterator[str]:
    """Yield seats that are not done exactly once, and double visits that do not meet."""
    starts: dict[Seat, float] = {}
    done = [
        (Seat(VisitId(stop.id), stop.seat), stop)
        for round_ in plan.rounds
        for stop in round_.stops
        if stop.kind is StopKind.VISIT
    ]
    for seat, stop in done:
        if seat in starts:
            yield f"{seat} twice"
        starts[seat] = stop.start.timestamp()
    for seat in sorted(starts.keys() ^ set(instance.seats), key=str):
        yield f"{seat} unknown" if seat in starts else f"{seat} left out"
    for visit in instance.demand.visits:
        first, second = starts.get(Seat(visit.id)), starts.get(Seat(visit.id, 2))
        if visit.second is None or first is None or second is None:
            continue
        if second - first != visit.second.offset:
            yield f"{visit.id} apart"


def _turns(instance: Instance, plan: Plan) -> Iterator[str]:
    """Yield shifts on duty without a round, and rounds without their breaks and duties."""
    worked = {round_.shift: round_ for round_ in plan.rounds}
    for shift in worked.keys() ^ instance.turns.keys():
        yield f"{shift} has a round or a shift too few"
    done = {stop.id: stop for round_ in plan.rounds for stop in round_.stops}
    for activity in instance.demand.activities:
        stop = done.get(activity.id)
        if stop is None or not _holds(activity.window.earliest, stop, activity.window.latest):
            yield f"{activity.id} missing or misplaced"


def _holds(earliest: int, stop: Stop, latest: int) -> bool:
    return earliest <= stop.start.timestamp() <= latest


def _times(instance: Instance, round_: Round) -> Iterator[str]:
    """Yield stops that start too early for the road or outside their window."""
    turn, shift = instance.turns[round_.shift], instance.shifts[round_.shift]
    here, free = shift.start_place, float(turn.start)
    for stop in round_.stops:
        there = stop.place or here
        free += _road(instance, round_.mode, here, there)
        if stop.start.timestamp() < free:
            yield f"{stop.id} before its caregiver is there"
        if stop.kind is StopKind.VISIT and stop.seat == 1:
            window = instance.visits[VisitId(stop.id)].window
            if not _holds(window.earliest, stop, window.latest):
                yield f"{stop.id} outside its window"
        here, free = there, stop.end.timestamp()
    if free + _road(instance, round_.mode, here, shift.end_place) > turn.end:
        yield f"{round_.shift} back too late"


def _road(instance: Instance, mode: TravelMode, start: PlaceId, end: PlaceId) -> int:
    return instance.travel.between(mode, start, end)


def _persons(instance: Instance, round_: Round) -> Iterator[str]:
    """Yield visits that their caregiver may not do, and cars without a licence."""
    caregiver = instance.caregivers[round_.caregiver]
    if round_.mode is TravelMode.CAR and not caregiver.driving_licence:
        yield f"{round_.shift} without a licence"
    visits = (instance.visits[VisitId(s.id)] for s in round_.stops if s.kind is StopKind.VISIT)
    for visit in visits:
        if not _may(instance, round_, visit):
            yield f"{visit.id} not by {caregiver.id}"


def _may(instance: Instance, round_: Round, visit: Visit) -> bool:
    caregiver, client = instance.caregivers[round_.caregiver], instance.clients[visit.client]
    return (
        visit.skills <= set(caregiver.skills)
        and visit.delegations <= set(caregiver.delegations)
        and caregiver.id not in client.preferences.avoid
        and not set(client.pets) & set(caregiver.allergies)
    )
