"""Ways to break the plan of the small case, or to change the case under it."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from datetime import timedelta

from planner.checker import Code
from planner.model.case import Case, ClientAbsence, Pin
from planner.model.orders import Order, Service
from planner.model.plan import Blocked, Plan, Stop, Unplaced
from planner.model.units import CaregiverId, ClientId, VisitId
from tests.build.cases import small_case
from tests.build.parts import DAY
from tests.build.plans import at, change_round, change_stop, visit

MORNING = visit("C1/morning")
EARLY_PILLS, LATE_PILLS = visit("C2/morning"), visit("C2/afternoon")
CHECK, CLEANING, CALL = visit("C3/morning.S5"), visit("C3/noon"), visit("C3/noon.S7")
BOXES, EVENING = visit("C4/meal_box.M1"), visit("C4/evening")

WEDNESDAY = DAY + timedelta(days=2)

Change = Callable[[Plan], Plan]


def same(plan: Plan) -> Plan:
    """Leave the plan as it is: the case is what breaks it."""
    return plan


@dataclass(frozen=True)
class Mutation:
    """A broken plan (or a case that the plan no longer fits) and the codes that must be found.

    ``parameters`` are looked for in the finding of the first code.
    """

    name: str
    codes: tuple[Code, ...]
    change: Change = same
    case: Case = field(default_factory=small_case)
    parameters: Mapping[str, object] = field(default_factory=dict)


def gone(_: Stop) -> None:
    """Take a stop out."""


def again(stop_id: str, shift_id: str, seat: int = 1) -> Change:
    """Put a copy of a stop at the end of a round, whatever that does to its times."""

    def change(plan: Plan) -> Plan:
        stops = [stop for row in plan.rounds for stop in row.stops]
        found = next(one for one in stops if one.id == stop_id)
        row = next(row for row in plan.rounds if row.shift == shift_id)
        return change_round(
            plan, shift_id, stops=(*row.stops, found.model_copy(update={"seat": seat}))
        )

    return change


def edit(stop_id: str, *changes: Callable[[Stop], Stop | None], seat: int = 1) -> Change:
    """Change one stop."""

    def change(plan: Plan) -> Plan:
        for one in changes:
            plan = change_stop(plan, stop_id, one, seat)
        return plan

    return change


def row(shift_id: str, /, **changes: object) -> Change:
    """Change fields of one round."""
    return lambda plan: change_round(plan, shift_id, **changes)


def plan_with(**changes: object) -> Change:
    """Change fields of the plan itself."""
    return lambda plan: plan.model_copy(update=changes)


def without(stop_id: str, *unplaced: Unplaced) -> Change:
    """Take a visit out and list ``unplaced``."""
    return lambda plan: change_stop(plan, stop_id, gone).model_copy(update={"unplaced": unplaced})


def longer(minutes: int) -> Callable[[Stop], Stop]:
    """Let a stop end later."""
    by = timedelta(minutes=minutes)
    return lambda stop: stop.model_copy(update={"end": stop.end + by})


def case_with(name: str, code: str, **changes: object) -> Case:
    """Return the small case with fields of one row of the list ``name`` replaced."""
    case = small_case()
    rows = [
        one.model_copy(update=changes) if one.id == code else one for one in getattr(case, name)
    ]
    return case.model_copy(update={name: tuple(rows)})


def case_with_service(code: str, **changes: object) -> Case:
    """Return the small case with fields of one service replaced."""

    def service(one: Service) -> Service:
        return one.model_copy(update=changes) if one.id == code else one

    def order(one: Order) -> Order:
        return one.model_copy(update={"services": tuple(map(service, one.services))})

    case = small_case()
    return case.model_copy(update={"orders": tuple(map(order, case.orders))})


def away(who: str, start: str, end: str) -> Case:
    """Return the small case with a client away between two clock times."""
    absence = ClientAbsence(client=ClientId(who), start=at(start), end=at(end))
    return small_case(client_absences=(absence,))


def pinned(visit_id: str, who: str, start: str | None = None) -> Case:
    """Return the small case with one pin."""
    pin = Pin(
        visit=VisitId(visit_id), caregiver=CaregiverId(who), start=at(start) if start else None
    )
    return small_case(pins=(pin,))


def open_visit(visit_id: str, *, why: bool = True) -> Unplaced:
    """Return an unplaced visit, with or without a reason."""
    blocked = (Blocked(rule="skills", caregivers=(CaregiverId("A1"),)),) if why else ()
    return Unplaced(visit=VisitId(visit_id), blocked=blocked)


def with_round_on_wednesday(plan: Plan) -> Plan:
    """Add an empty round of a shift two days later."""
    fields = {"shift": "T4", "day": WEDNESDAY, "stops": (), "travel_home": 0}
    extra = plan.rounds[2].model_copy(update=fields)
    return plan.model_copy(update={"rounds": (*plan.rounds, extra)})
