"""From the numbers of a solution to the names and moments of a plan."""

from dataclasses import dataclass
from datetime import UTC, datetime
from typing import Literal

from planner.model.instance import Instance
from planner.model.plan import Origin, Plan, Round, Stop, StopKind, Unplaced
from planner.model.units import Instant, PlaceId, Seconds
from planner.model.visits import Seat
from planner.rules.reading import road, seconds_of
from planner.score.whynot import explain
from solver.compile import Compiled
from solver.identity import with_id
from solver.parts import paid_cost
from solver.problem import Solution


def decode(
    instance: Instance,
    compiled: Compiled,
    solution: Solution,
    *,
    origin: Origin,
    created: datetime,
) -> Plan:
    """Return ``solution`` as a plan, with a round for every shift on duty.

    A caregiver goes on as soon as a stop is done and waits at the next. Unplaced visits carry
    the rules that blocked their caregivers. The plan's id is the hash of its content.
    """
    bare = bare_plan(instance, compiled, solution, origin=origin, created=created)
    return with_id(bare.model_copy(update={"unplaced": explain(instance, bare)}))


def bare_plan(
    instance: Instance,
    compiled: Compiled,
    solution: Solution,
    *,
    origin: Origin,
    created: datetime,
) -> Plan:
    """Return ``solution`` as a plan like ``decode``, lawful or not, without reasons or an id."""
    numbers = range(len(compiled.shifts))
    rounds = tuple(_round(instance, compiled, solution, number) for number in numbers)
    placed = {task for tasks in solution.rounds for task in tasks}
    left = dict.fromkeys(
        seat.visit for task, seat in enumerate(compiled.seats) if task not in placed
    )
    return Plan(
        id="",
        case=instance.case.id,
        created=created,
        origin=origin,
        cost=paid_cost(compiled.problem, solution),
        rounds=rounds,
        unplaced=tuple(Unplaced(visit=visit) for visit in left),
    )


@dataclass(frozen=True, slots=True)
class _What:
    """What a task is in a plan."""

    kind: StopKind
    id: str
    seat: Literal[1, 2]
    place: PlaceId | None
    seconds: Seconds


def _what(instance: Instance, compiled: Compiled, task: int) -> _What:
    own = compiled.row(task)
    if isinstance(own, Seat):
        visit = instance.visits[own.visit]
        number: Literal[1, 2] = 1 if own.number == 1 else 2
        return _What(StopKind.VISIT, visit.id, number, visit.place, seconds_of(visit, own))
    kind = StopKind.BREAK if own.duty is None else StopKind.DUTY
    return _What(kind, own.id, 1, own.place, own.duration)


def _round(instance: Instance, compiled: Compiled, solution: Solution, number: int) -> Round:
    shift = instance.shifts[compiled.shifts[number]]
    mode = instance.mode(shift)
    here, free = shift.start_place, instance.turns[shift.id].start
    stops = []
    for task in solution.rounds[number]:
        what = _what(instance, compiled, task)
        there = what.place or here
        travel = road(instance, mode, here, there)
        start = Instant(instance.demand.origin + int(solution.start[task]))
        stops.append(_stop(what, travel, Instant(free + travel), start))
        here, free = there, Instant(start + what.seconds)
    return Round(
        shift=shift.id,
        caregiver=shift.caregiver,
        day=shift.day,
        mode=mode,
        stops=tuple(stops),
        travel_home=road(instance, mode, here, shift.end_place),
    )


def _stop(what: _What, travel: Seconds, arrival: Instant, start: Instant) -> Stop:
    return Stop(
        kind=what.kind,
        id=what.id,
        seat=what.seat,
        place=what.place,
        travel=travel,
        arrival=_moment(arrival),
        start=_moment(start),
        end=_moment(start + what.seconds),
    )


def _moment(instant: int) -> datetime:
    return datetime.fromtimestamp(instant, UTC)
