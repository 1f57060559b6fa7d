"""The hidden plan as a plan document: the planted rounds with their moments."""

import hashlib
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import UTC, date, datetime, time

from api.demo.draft import GroupDraft
from api.demo.drafts import Pause, Stop, Task
from api.demo.services import clock, week_of
from api.demo.shifts import Worked
from planner.calendar.clock import instant_of
from planner.calendar.turns import activities_of, turn_of
from planner.model.case import Case
from planner.model.plan import Origin, Plan, Round, StopKind
from planner.model.plan import Stop as PlanStop
from planner.model.units import ActivityId, Seconds, VisitId

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
            yield PlanStop(
                kind=_kind(stop),
                id=self._name(stop, day, rest, duties),
                seat=1 if stop.seat == 1 else 2,
                place=None if stop.row is None else self.draft.site.places[stop.row].id,
                travel=Seconds(travel),
                arrival=_moment(day, free + travel),
                start=_moment(day, stop.start),
                end=_moment(day, stop.end),
            )
            here, free = there, stop.end

    def _name(
        self, stop: Stop, day: date, rest: ActivityId, duties: list[ActivityId]
    ) -> VisitId | ActivityId:
        """Return the id of a stop; the shift's ``duties`` are taken in their order."""
        if isinstance(stop.what, Pause):
            return rest if stop.what is Pause.BREAK else duties.pop(0)
        labels = stop.what.labels
        label = labels[week_of(day) if len(labels) > 1 else 0]
        return self.names[stop.what.client, label, day]


def _kind(stop: Stop) -> StopKind:
    if isinstance(stop.what, Task):
        return StopKind.VISIT
    return StopKind.BREAK if stop.what is Pause.BREAK else StopKind.DUTY


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
