"""Steadiness: how far the clock times of a visit that recurs lie apart (tidskontinuitet, L21)."""

from collections import defaultdict
from dataclasses import dataclass
from statistics import fmean

from planner.calendar.clock import wall_time
from planner.model.instance import Instance
from planner.model.plan import Plan
from planner.model.units import ClientId, Instant, Seconds
from planner.model.visits import Visit, VisitKind
from planner.rules.reading import placements


@dataclass(frozen=True, slots=True)
class Steadiness:
    """Over the visits that recur in the horizon: how many there are, seconds between their starts.

    The spread of one is from its earliest to its latest start on the wall clock; ``mean`` and
    ``worst`` are ``None`` where nothing recurs.
    """

    series: int
    mean: float | None
    worst: Seconds | None
    worst_client: ClientId | None


def steadiness_of(instance: Instance, plan: Plan) -> Steadiness:
    """Return how steady the clock times of ``plan`` are.

    The visits of a client with the same label are one series; meal boxes do not count, of a
    double staffing the first seat does. A series needs two placed visits.
    """
    starts: dict[tuple[ClientId, str], list[int]] = defaultdict(list)
    for placement in placements(instance, plan):
        visit = placement.visit
        if placement.seat.number == 1 and visit.kind is not VisitKind.MEAL_BOX:
            starts[visit.client, _label(visit)].append(_clock(placement.start))
    spreads = [(max(row) - min(row), client) for (client, _), row in starts.items() if len(row) > 1]
    if not spreads:
        return Steadiness(0, None, None, None)
    worst, client = max(spreads)
    return Steadiness(len(spreads), fmean(row[0] for row in spreads), Seconds(worst), client)


def _label(visit: Visit) -> str:
    return visit.id.split(":", 2)[2]


def _clock(start: Instant) -> int:
    wall = wall_time(start)
    return wall.hour * 3600 + wall.minute * 60 + wall.second
