"""Least time between the visits of a day that repeat a service, such as medication or meals."""

from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence
from itertools import combinations

from planner.calendar.errands import Errand
from planner.model.orders import ServiceKind
from planner.model.units import ClientId, Seconds, VisitId
from planner.model.visits import Gap, Visit

Spaced = tuple[Visit, Seconds]
"""A visit and the ``min_gap`` of one of its services."""


def gaps(visits: Sequence[Visit], bundles: Mapping[VisitId, Sequence[Errand]]) -> tuple[Gap, ...]:
    """Return the gaps between the visits of a client and day with the same service kind.

    In the order of their windows. ``min_gap`` counts from the end of one visit to the start of
    the next; of two services the longer one counts. Every pair has its gap, not only neighbours:
    when a visit between them stays unplaced, the outer two are neighbours. Sorted, one gap for a
    pair.
    """
    found: dict[tuple[VisitId, VisitId], int] = {}
    for row in _rows(visits, bundles):
        for (before, own), (after, its) in combinations(row, 2):
            pair = (before.id, after.id)
            seconds = before.duration + max(own, its)
            if max(own, its):
                found[pair] = max(found.get(pair, 0), seconds)
    return tuple(Gap(*pair, Seconds(found[pair])) for pair in sorted(found))


def _rows(
    visits: Sequence[Visit], bundles: Mapping[VisitId, Sequence[Errand]]
) -> Iterator[list[Spaced]]:
    """Yield, for each client, day and service kind, the visits in the order of their windows."""
    rows: dict[tuple[object, ...], list[Spaced]] = defaultdict(list)
    for visit in visits:
        for (client, kind), seconds in _longest_gaps(bundles.get(visit.id, ())).items():
            rows[client, visit.day, kind].append((visit, seconds))
    for row in rows.values():
        yield sorted(row, key=lambda spaced: _when(spaced[0]))


def _longest_gaps(errands: Sequence[Errand]) -> dict[tuple[ClientId, ServiceKind], Seconds]:
    """Return the longest ``min_gap`` for each client and kind of service in one visit."""
    longest: dict[tuple[ClientId, ServiceKind], Seconds] = {}
    for errand in errands:
        key = errand.client.id, errand.service.kind
        longest[key] = max(longest.get(key, Seconds(0)), errand.service.min_gap)
    return longest


def _when(visit: Visit) -> tuple[int, int, str]:
    """Sort visits of a day by when they may start."""
    return visit.window.earliest, visit.window.latest, visit.id
