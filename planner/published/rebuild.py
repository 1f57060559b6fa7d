"""Published rounds as they would go today: what stays at its start, and the roads between."""

from collections.abc import Iterable, Iterator, Mapping
from collections.abc import Set as AbstractSet
from datetime import UTC, datetime, timedelta

from planner.model.instance import Instance
from planner.model.plan import Round, Stop, StopKind
from planner.model.units import ActivityId, Seconds, VisitId
from planner.model.visits import Activity, Seat
from planner.rules.reading import instant, road, seconds_of

Stays = AbstractSet[Seat]
"""Which published seats are still meant to be done as published."""


def rebuilt(instance: Instance, rounds: Iterable[Round], stays: Stays) -> tuple[Round, ...]:
    """Return ``rounds`` with the seats of ``stays``, at the place and for the time of today's case.

    Every visit keeps its start; arrivals and roads follow from what comes before. Breaks and duties
    stay where they still are as they were. Every round is that of a shift on duty.
    """
    activities = {row.id: row for row in instance.demand.activities}
    return tuple(_round(instance, row, stays, activities) for row in rounds)


def _round(
    instance: Instance,
    row: Round,
    stays: Stays,
    activities: Mapping[ActivityId, Activity],
) -> Round:
    shift = instance.shifts[row.shift]
    mode = instance.mode(shift)
    here, free = shift.start_place, None
    stops = []
    for stop in _kept(instance, row, stays, activities):
        there = stop.place or here
        travel = road(instance, mode, here, there)
        arrival = stop.start if free is None else free + timedelta(seconds=travel)
        stops.append(stop.model_copy(update={"travel": travel, "arrival": arrival}))
        here, free = there, stop.end
    home = road(instance, mode, here, shift.end_place)
    changes = {"stops": tuple(stops), "mode": mode, "travel_home": home}
    return row.model_copy(update=changes)


def _kept(
    instance: Instance,
    row: Round,
    stays: Stays,
    activities: Mapping[ActivityId, Activity],
) -> Iterator[Stop]:
    """Yield the stops that stay, with today's place and length."""
    for stop in row.stops:
        if stop.kind is StopKind.VISIT:
            seat = Seat(VisitId(stop.id), stop.seat)
            if seat in stays:
                visit = instance.visits[seat.visit]
                end = _after(stop.start, seconds_of(visit, seat))
                yield stop.model_copy(update={"place": visit.place, "end": end})
        elif _same(activities.get(ActivityId(stop.id)), row, stop):
            yield stop


def _same(activity: Activity | None, row: Round, stop: Stop) -> bool:
    """Tell whether a break or duty may still be where and when it was published."""
    return (
        activity is not None
        and activity.shift == row.shift
        and activity.window.earliest <= instant(stop.start) <= activity.window.latest
        and activity.duration == instant(stop.end) - instant(stop.start)
        and activity.place in {None, stop.place}
    )


def _after(start: datetime, seconds: Seconds) -> datetime:
    return start.astimezone(UTC) + timedelta(seconds=seconds)
