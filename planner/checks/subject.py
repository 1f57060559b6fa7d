"""A case under examination: look-ups that the checks share, each made once when asked for."""

from collections import defaultdict
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from functools import cached_property

from planner.calendar.agreements import agreements_of
from planner.calendar.demand import expand
from planner.calendar.errands import Errand, bundles
from planner.calendar.together import joined
from planner.calendar.turns import turn_of
from planner.checks.shape import Steps
from planner.model.agreements import Agreement
from planner.model.case import Case
from planner.model.orders import Order, Service
from planner.model.rows import Rows
from planner.model.staff import Shift
from planner.model.units import CaregiverId, ServiceId, ShiftId, VisitId
from planner.model.visits import Demand, Turn, Visit


@dataclass(frozen=True)
class Subject:
    """A case with its look-ups."""

    case: Case

    @cached_property
    def rows(self) -> Rows:
        """Rows of the document by identifier."""
        return Rows(self.case)

    @cached_property
    def agreements(self) -> Mapping[CaregiverId, Agreement]:
        """The agreement of each caregiver."""
        return agreements_of(self.case)

    @cached_property
    def demand(self) -> Demand:
        """What the case demands."""
        return expand(self.case)

    @cached_property
    def roster(self) -> Demand:
        """What the case demands if nobody of the staff were absent."""
        if not self.case.staff_absences:
            return self.demand
        return expand(self.case.model_copy(update={"staff_absences": ()}))

    @cached_property
    def bundles(self) -> Mapping[VisitId, tuple[Errand, ...]]:
        """The services of each visit."""
        return joined(self.case, bundles(self.case))

    @cached_property
    def turns(self) -> Mapping[ShiftId, Turn]:
        """The working time of every shift of the document, in the horizon or not."""
        return {shift.id: turn_of(shift) for shift in self.case.shifts}

    @cached_property
    def shifts_of(self) -> Mapping[CaregiverId, list[tuple[int, Shift, Turn]]]:
        """The shifts of each caregiver in order of time, each with its place in the document."""
        found: dict[CaregiverId, list[tuple[int, Shift, Turn]]] = defaultdict(list)
        for number, shift in enumerate(self.case.shifts):
            found[shift.caregiver].append((number, shift, turn_of(shift)))
        for rows in found.values():
            rows.sort(key=lambda row: (row[2].start, row[2].end, row[0]))
        return found

    @cached_property
    def service_steps(self) -> Mapping[ServiceId, Steps]:
        """Where each service stands in the document."""
        return {service.id: steps for steps, _, service in self.services()}

    @cached_property
    def meal_steps(self) -> Mapping[str, Steps]:
        """Where each meal delivery stands in the document."""
        rows = enumerate(self.case.meal_deliveries)
        return {delivery.id: ("meal_deliveries", number) for number, delivery in rows}

    def services(self) -> Iterator[tuple[Steps, Order, Service]]:
        """Yield every service with its order and where it stands."""
        for number, order in enumerate(self.case.orders):
            for position, service in enumerate(order.services):
                yield ("orders", number, "services", position), order, service

    def steps_of(self, visit: Visit) -> Steps:
        """Return where the first service (or the delivery) of ``visit`` stands."""
        if visit.services:
            return self.service_steps[visit.services[0]]
        return self.meal_steps[visit.id.rsplit("meal_box.", 1)[1]]
