"""Plans for tests: made at random from an instance, then changed by hand."""

from collections.abc import Callable
from dataclasses import replace
from datetime import UTC, datetime, timedelta
from functools import cache

from planner.model.case import Case
from planner.model.instance import Instance
from planner.model.places import TravelMode
from planner.model.plan import Origin, Plan, Round, Stop
from planner.model.units import Instant, PlaceId, VisitId
from planner.model.visits import Span, Visit
from planner.ports import Budget
from solver.compile import compile_instance
from solver.decode import decode
from tests.build.cases import instance_of, small_case
from tests.build.dense import random_solution, search

DOUBLE = VisitId("C1:2026-03-02:morning")
MEDICINE = VisitId("C2:2026-03-02:morning")
SECOND_MEDICINE = VisitId("C2:2026-03-02:afternoon")
CHECK = VisitId("C3:2026-03-02:morning.S5")
CLEANING = VisitId("C3:2026-03-02:noon")
CALL = VisitId("C3:2026-03-02:noon.S7")
BOXES = VisitId("C4:2026-03-02:meal_box.M1")
EVENING = VisitId("C4:2026-03-02:evening")

CREATED = datetime(2026, 3, 1, 12, tzinfo=UTC)

ORIGIN = Origin(seed=1, iterations=1, code_version="test", case_hash="c", matrix_hash="m")


class FixedClock:
    """A clock that stands still."""

    def now(self) -> datetime:
        return CREATED


def random_plan(instance: Instance, seed: int = 0) -> Plan:
    """Return a feasible plan of ``instance`` that ``seed`` decides."""
    compiled = compile_instance(instance)
    solution = random_solution(compiled.problem, seed)
    return decode(instance, compiled, solution, origin=ORIGIN, created=CREATED)


def good_plan(instance: Instance) -> Plan:
    """Return the best of twenty random plans of ``instance``."""
    compiled = compile_instance(instance)
    solution = search(compiled.problem, Budget(iterations=20), seed=1)
    return decode(instance, compiled, solution, origin=ORIGIN, created=CREATED)


def span(earliest: int, latest: int) -> Span:
    """Return a span of moments given as plain numbers."""
    return Span(Instant(earliest), Instant(latest))


def road(instance: Instance, mode: TravelMode, start: str, end: str) -> int:
    """Return the seconds from place to place by the matrix."""
    return instance.travel.between(mode, PlaceId(start), PlaceId(end))


@cache
def small() -> tuple[Instance, Plan]:
    """Return the small case and a good plan of it; both are values."""
    return small_with()


def small_with(**changes: object) -> tuple[Instance, Plan]:
    """Return the small case with ``changes`` and a good plan of it."""
    instance = instance_of(small_case(**changes))
    return instance, good_plan(instance)


def with_case(instance: Instance, **changes: object) -> Instance:
    """Return ``instance`` with other fields of its case, the demand as it was."""
    case = Case.model_validate(dict(instance.case) | changes)
    return Instance(case, instance.demand, instance.travel)


def with_visit(instance: Instance, visit: str, **changes: object) -> Instance:
    """Return ``instance`` with fields of one visit changed."""
    visits = tuple(
        _changed(row, changes) if row.id == visit else row for row in instance.demand.visits
    )
    return Instance(instance.case, replace(instance.demand, visits=visits), instance.travel)


def _changed(visit: Visit, changes: dict[str, object]) -> Visit:
    return replace(visit, **changes)  # type: ignore[arg-type]


def with_rounds(plan: Plan, change: Callable[[Round], Round | None]) -> Plan:
    """Return ``plan`` with every round changed, or dropped where ``change`` says ``None``."""
    rounds = (change(round_) for round_ in plan.rounds)
    return plan.model_copy(update={"rounds": tuple(row for row in rounds if row is not None)})


def with_stops(plan: Plan, change: Callable[[Stop], Stop | None]) -> Plan:
    """Return ``plan`` with every stop changed, or dropped where ``change`` says ``None``."""

    def of_round(round_: Round) -> Round:
        stops = tuple(stop for stop in map(change, round_.stops) if stop is not None)
        return round_.model_copy(update={"stops": stops})

    return with_rounds(plan, of_round)


def with_stop(plan: Plan, stop: str, seat: int = 1, /, **changes: object) -> Plan:
    """Return ``plan`` with fields of one stop changed."""
    return with_stops(
        plan,
        lambda row: row.model_copy(update=changes) if (row.id, row.seat) == (stop, seat) else row,
    )


def without(plan: Plan, stop: str, seat: int | None = None) -> Plan:
    """Return ``plan`` without a stop, of one seat or of both."""
    return with_stops(
        plan, lambda row: None if row.id == stop and seat in (None, row.seat) else row
    )


def later(plan: Plan, stop: str, seconds: int, seat: int = 1) -> Plan:
    """Return ``plan`` with one stop moved by ``seconds``, nothing else."""
    row, _ = find(plan, stop, seat)
    by = timedelta(seconds=seconds)
    return with_stop(plan, stop, seat, start=row.start + by, end=row.end + by)


def handed(plan: Plan, stop: str, shift: str, seat: int = 1) -> Plan:
    """Return ``plan`` with one stop at the end of the round of ``shift``."""
    row, _ = find(plan, stop, seat)
    return with_rounds(
        without(plan, stop, seat),
        lambda r: r.model_copy(update={"stops": (*r.stops, row)}) if r.shift == shift else r,
    )


def with_person(instance: Instance, person: str, **changes: object) -> Instance:
    """Return ``instance`` with fields of one caregiver changed."""
    staff = tuple(
        row.model_copy(update=changes) if row.id == person else row
        for row in instance.case.caregivers
    )
    return with_case(instance, caregivers=staff)


def with_client(instance: Instance, client: str, **changes: object) -> Instance:
    """Return ``instance`` with fields of one client changed."""
    clients = tuple(
        row.model_copy(update=changes) if row.id == client else row for row in instance.case.clients
    )
    return with_case(instance, clients=clients)


def find(plan: Plan, stop: str, seat: int = 1) -> tuple[Stop, Round]:
    """Return a stop and its round."""
    return next(
        (row, round_)
        for round_ in plan.rounds
        for row in round_.stops
        if (row.id, row.seat) == (stop, seat)
    )
