"""How long alarm clients are out of reach whatever the plan: from roster and breaks alone."""

from collections.abc import Iterator

import numpy as np

from planner.alarm.bound import Asked, Int64, Kept, least_uncovered
from planner.alarm.watches import Watch, answers, grace, responders, watches
from planner.model.instance import Instance
from planner.model.staff import Shift
from planner.model.units import PlaceId, Seconds


def unavoidable_of(instance: Instance) -> Seconds:
    """Return a least number of uncovered seconds, all clients together, that every plan has.

    For plans that keep the breaks: a law.
    """
    rows = watches(instance)
    duty = [instance.shifts[shift] for shift in responders(instance)]
    if not rows:
        return Seconds(0)
    ways = {shift.id: _ways(instance, rows, shift, _places(instance, shift)) for shift in duty}
    spans = [_span(instance, rows, shift, ways[shift.id].min(axis=1)) for shift in duty]
    first, last = np.array(spans, np.int64).reshape(-1, 2, len(rows)).transpose(1, 2, 0)
    asked = Asked(
        opens=np.array([row.span.earliest for row in rows], np.int64),
        closes=np.array([row.span.latest for row in rows], np.int64),
        limit=np.array([row.limit for row in rows], np.int64),
        cost=np.ones(len(rows), np.int64),
    )
    breaks = [
        one
        for number, shift in enumerate(duty)
        for one in _breaks(instance, rows, shift, number, ways[shift.id])
    ]
    return Seconds(least_uncovered(asked, first, last, breaks))


def _places(instance: Instance, shift: Shift) -> list[PlaceId]:
    """Return every place that a shift can be at: its ends, its duties, the visits of its day."""
    turn = instance.turns[shift.id]
    found = [shift.start_place, shift.end_place]
    found += [
        visit.place
        for visit in instance.demand.visits
        if visit.place is not None
        and visit.window.earliest < turn.end
        and visit.window.latest >= turn.start
    ]
    found += [
        row.place
        for row in instance.demand.activities
        if row.shift == shift.id and row.place is not None
    ]
    return list(dict.fromkeys(found))


def _ways(
    instance: Instance, rows: tuple[Watch, ...], shift: Shift, places: list[PlaceId]
) -> Int64:
    """Return the seconds to each client from each place, the key fetched, (clients, places)."""
    number = instance.travel.row
    seconds = instance.travel.seconds[instance.mode(shift)].astype(np.int64)
    here = [number[place] for place in places]
    homes = [number[row.place] for row in rows]
    keys = [number[row.key if row.key is not None else row.place] for row in rows]
    return seconds[np.ix_(here, keys)].T + seconds[keys, homes][:, None]


def _span(
    instance: Instance, rows: tuple[Watch, ...], shift: Shift, nearest: Int64
) -> tuple[Int64, Int64]:
    """Return from when to before when a shift may be near enough for each client."""
    turn, provider = instance.turns[shift.id], responders(instance)[shift.id]
    able = np.array([answers(provider, row) for row in rows])
    able &= nearest <= np.array([row.limit for row in rows])
    until = np.array([turn.end + grace(row.service) for row in rows], np.int64)
    first = np.full(len(rows), turn.start, np.int64)
    return first, np.where(able, np.minimum(turn.end, until - nearest + 1), first)


def _breaks(
    instance: Instance, rows: tuple[Watch, ...], shift: Shift, number: int, ways: Int64
) -> Iterator[Kept]:
    turn = instance.turns[shift.id]
    for row in instance.demand.activities:
        if row.shift == shift.id and row.duty is None:
            fixed = [] if row.place is None else [row.place]
            yield Kept(
                shift=number,
                earliest=max(row.window.earliest, turn.start),
                latest=row.window.latest,
                duration=row.duration,
                ways=_ways(instance, rows, shift, fixed) if fixed else ways,
            )
