"""Reading a plan document: who takes which seat when, and the roads between the stops."""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import datetime

from planner.model.instance import Instance
from planner.model.places import TravelMode
from planner.model.plan import Plan, Round, Stop, StopKind
from planner.model.units import ActivityId, CaregiverId, Instant, PlaceId, Seconds, VisitId
from planner.model.visits import Activity, Seat, Visit


def instant(moment: datetime) -> Instant:
    """Return ``moment`` as whole seconds since 1970-01-01T00:00Z."""
    return Instant(int(moment.timestamp()))


@dataclass(frozen=True, slots=True)
class Placement:
    """One seat of a visit in a round."""

    visit: Visit
    seat: Seat
    round: Round
    stop: Stop

    @property
    def caregiver(self) -> CaregiverId:
        """Who takes it."""
        return self.round.caregiver

    @property
    def start(self) -> Instant:
        """When the caregiver starts."""
        return instant(self.stop.start)

    @property
    def end(self) -> Instant:
        """When the caregiver is done."""
        return instant(self.stop.end)


def placements(instance: Instance, plan: Plan) -> Iterator[Placement]:
    """Yield every seat of a known visit in the order of the plan; unknown visits are left out."""
    for round_ in plan.rounds:
        for stop in round_.stops:
            if stop.kind is StopKind.VISIT and stop.id in instance.visits:
                visit = instance.visits[VisitId(stop.id)]
                yield Placement(visit, Seat(visit.id, stop.seat), round_, stop)


def by_seat(instance: Instance, plan: Plan) -> dict[Seat, Placement]:
    """Return where each placed seat is; a seat placed twice counts where it stands last."""
    return {placement.seat: placement for placement in placements(instance, plan)}


def seconds_of(visit: Visit, seat: Seat) -> Seconds:
    """Return how long the caregiver of ``seat`` is there."""
    if seat.number == 1 or visit.second is None:
        return visit.duration
    return visit.second.duration


def offset_of(visit: Visit, seat: Seat) -> Seconds:
    """Return how long after the visit's start the caregiver of ``seat`` starts."""
    return Seconds(0) if seat.number == 1 or visit.second is None else visit.second.offset


@dataclass(frozen=True, slots=True)
class Leg:
    """The road to ``stop`` (``None``: home), by the travel matrix, and when it may begin."""

    stop: Stop | None
    seconds: Seconds
    leaves: Instant


def legs(instance: Instance, round_: Round) -> Iterator[Leg]:
    """Yield the road to every stop of a round of a known shift and then the road home.

    A stop without a place happens where the caregiver is.
    """
    shift = instance.shifts[round_.shift]
    here, free = shift.start_place, instance.turns[round_.shift].start
    for stop in round_.stops:
        there = stop.place or here
        yield Leg(stop, road(instance, round_.mode, here, there), free)
        here, free = there, instant(stop.end)
    yield Leg(None, road(instance, round_.mode, here, shift.end_place), free)


def road(instance: Instance, mode: TravelMode, start: PlaceId, end: PlaceId) -> Seconds:
    """Return the seconds from ``start`` to ``end``; none where the caregiver stays."""
    return Seconds(0) if start == end else instance.travel.between(mode, start, end)


def known_rounds(instance: Instance, plan: Plan) -> Iterator[Round]:
    """Yield the rounds whose shift is on duty and whose places and mode have travel times."""
    for round_ in plan.rounds:
        places = {stop.place for stop in round_.stops if stop.place is not None}
        if (
            round_.shift in instance.turns
            and round_.mode in instance.travel.seconds
            and places <= instance.travel.row.keys()
        ):
            yield round_


def activities(instance: Instance, round_: Round) -> Iterator[tuple[Activity, Stop]]:
    """Yield the breaks and duties of the round's own shift that stand in it, in order."""
    own = {row.id: row for row in instance.demand.activities if row.shift == round_.shift}
    for stop in round_.stops:
        if stop.kind is not StopKind.VISIT and stop.id in own:
            yield own[ActivityId(stop.id)], stop
