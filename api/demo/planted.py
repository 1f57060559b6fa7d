"""The hidden plan as a plan document: the planted rounds with their moments."""

import hashlib
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import UTC, date, datetime, time

from api.demo.draft import GroupDraft
from api.demo.drafts import Pause, Slot, Stop, Task
from api.demo.orders import clock, week_of
from api.demo.shifts import Worked
from planner.calendar.clock import instant_of
from planner.calendar.turns import activities_of, turn_of
from planner.model.case import Case
from planner.model.plan import Origin, Plan, Round, StopKind
from planner.model.plan import Stop as PlanStop
from planner.model.units import PlaceId, Seconds, VisitId

Names = Mapping[tuple[int, str, date], VisitId]
"""Visit ids of the case by the client's number, the task's label and the day."""


@dataclass(frozen=True, slots=True)
class Rounds:
    """Writes the rounds of one group."""

    draft: GroupDraft
    names: Names

    def of(self, worked: Worked) -> Round:
        """Return the round of one shift."""
        shift, slot = worked.shift, worked.slot
        stops = tuple(self._stops(worked))
        here = slot.office
        for stop in worked.stops:
            here = here if stop.row is None else stop.row
        return Round(
            shift=shift.id,
            caregiver=shift.caregiver,
            day=shift.day,
            mode=slot.mode,
            stops=stops,
            travel_home=Seconds(slot.leg(here, slot.office)),
        )

    def _stops(self, worked: Worked) -> Iterator[PlanStop]:
        slot, day = worked.slot, worked.shift.day
        own = activities_of(worked.shift, turn_of(worked.shift))
        rest, *duties = [activity.id for activity in own]
        here, free = slot.office, slot.opens
        for stop in worked.stops:
            there = here if stop.row is None else stop.row
            travel = slot.leg(here, there)
            if isinstance(stop.what, Task):
                kind, name = StopKind.VISIT, self._visit(stop.what, day)
            elif stop.what is Pause.BREAK:
                kind, name = StopKind.BREAK, rest
            else:
                kind, name = StopKind.DUTY, duties.pop(0)
            yield self._stop(stop, kind, name, day, travel, free + travel)
            here, free = there, stop.end

    def _stop(  # noqa: PLR0913  what one stop is made of
        self, stop: Stop, kind: StopKind, name: str, day: date, travel: int, arrival: int
    ) -> PlanStop:
        return PlanStop(
            kind=kind,
            id=name,
            seat=2 if stop.seat == 2 else 1,
            place=None if stop.row is None else self._place(stop.row),
            travel=Seconds(travel),
            arrival=_moment(day, arrival),
            start=_moment(day, stop.start),
            end=_moment(day, stop.end),
        )

    def _visit(self, task: Task, day: date) -> VisitId:
        label = task.labels[week_of(day) if len(task.labels) > 1 else 0]
        return self.names[task.client, label, day]

    def _place(self, row: int) -> PlaceId:
        return self.draft.site.places[row].id


def _moment(day: date, seconds: int) -> datetime:
    return datetime.fromtimestamp(instant_of(day, clock(seconds)), tz=UTC)


def plan_of(case: Case, rounds: Sequence[Round], seed: int, matrix_hash: str) -> Plan:
    """Return the plan of ``rounds``; its cost is not known here and stands as 0."""
    text = case.model_dump_json().encode()
    return Plan(
        id=f"{case.id}-planted",
        case=case.id,
        created=datetime.combine(case.horizon.first, time(0), tzinfo=UTC),
        origin=Origin(
            seed=seed,
            iterations=0,
            code_version="planted",
            case_hash=hashlib.sha256(text).hexdigest(),
            matrix_hash=matrix_hash,
        ),
        cost=0,
        rounds=tuple(rounds),
    )
