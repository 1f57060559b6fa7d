"""How long alarm clients are out of reach whatever the plan: from roster and breaks alone."""

from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import date, timedelta
from functools import cached_property

import numpy as np

from planner.alarm.bound import Asked, Int64, Kept, least_uncovered
from planner.alarm.watches import Watch, answers, grace, responders, watches
from planner.model.instance import Instance
from planner.model.staff import Shift
from planner.model.units import PlaceId, ProviderId, Seconds, ShiftId
from planner.model.visits import Activity, Visit


def unavoidable_of(instance: Instance) -> Seconds:
    """Return a least number of uncovered seconds, all clients together, that every plan has.

    For plans that keep the breaks: a law.
    """
    rows = watches(instance)
    if not rows:
        return Seconds(0)
    known = _Known(instance, rows)
    listed = responders(instance)
    duty = [instance.shifts[shift] for shift in listed]
    spans = [known.span(shift, listed[shift.id]) for shift in duty]
    first, last = np.array(spans, np.int64).reshape(-1, 2, len(rows)).transpose(1, 2, 0)
    breaks = (one for number, shift in enumerate(duty) for one in known.breaks(shift, number))
    return Seconds(least_uncovered(known.asked, first, last, breaks))


@dataclass(frozen=True)
class _Known:
    """Who asks, and where each shift can be."""

    instance: Instance
    rows: tuple[Watch, ...]

    @cached_property
    def ways(self) -> Mapping[tuple[PlaceId, PlaceId], int]:
        """The number of each way to a client: where the key hangs, or the home itself; the home."""
        pairs = dict.fromkeys(map(_way, self.rows))
        return {way: number for number, way in enumerate(pairs)}

    @cached_property
    def asked(self) -> Asked:
        """The rows in numbers, a second of each for one."""
        rows = self.rows
        return Asked(
            opens=np.array([row.span.earliest for row in rows], np.int64),
            closes=np.array([row.span.latest for row in rows], np.int64),
            limit=np.array([row.limit for row in rows], np.int64),
            cost=np.ones(len(rows), np.int64),
            way=np.array([self.ways[_way(row)] for row in rows], np.int64),
        )

    @cached_property
    def visits(self) -> Mapping[date, Sequence[Visit]]:
        """Visits by day."""
        found = defaultdict(list)
        for visit in self.instance.demand.visits:
            found[visit.day].append(visit)
        return found

    @cached_property
    def activities(self) -> Mapping[ShiftId, Sequence[Activity]]:
        """Breaks and duties by shift."""
        found = defaultdict(list)
        for row in self.instance.demand.activities:
            found[row.shift].append(row)
        return found

    def places(self, shift: Shift) -> list[PlaceId]:
        """Return every place that a shift can be at: its ends, its duties, visits in its time."""
        turn = self.instance.turns[shift.id]
        near = (shift.day + timedelta(days=days) for days in (-1, 0, 1))
        found = [shift.start_place, shift.end_place]
        found += [
            visit.place
            for day in near
            for visit in self.visits.get(day, ())
            if visit.place is not None
            and visit.window.earliest < turn.end
            and visit.window.latest >= turn.start
        ]
        own = self.activities.get(shift.id, ())
        found += [row.place for row in own if row.place is not None]
        return list(dict.fromkeys(found))

    def seconds(self, shift: Shift, places: Sequence[PlaceId]) -> Int64:
        """Return the seconds by way from each place, the key fetched, (ways, places)."""
        number = self.instance.travel.row
        table = self.instance.travel.seconds[self.instance.mode(shift)].astype(np.int64)
        keys = [number[key] for key, _ in self.ways]
        homes = [number[home] for _, home in self.ways]
        here = [number[place] for place in places]
        return table[np.ix_(here, keys)].T + table[keys, homes][:, None]

    def span(self, shift: Shift, provider: ProviderId | None) -> tuple[Int64, Int64]:
        """Return from when to before when a shift may be near enough for each row."""
        turn = self.instance.turns[shift.id]
        nearest = self.seconds(shift, self.places(shift)).min(axis=1)[self.asked.way]
        able = np.array([answers(provider, row) for row in self.rows])
        able &= nearest <= self.asked.limit
        until = np.array([turn.end + grace(row.service) for row in self.rows], np.int64)
        first = np.full(len(self.rows), turn.start, np.int64)
        return first, np.where(able, np.minimum(turn.end, until - nearest + 1), first)

    def breaks(self, shift: Shift, number: int) -> Iterator[Kept]:
        """Yield the breaks of a shift."""
        turn = self.instance.turns[shift.id]
        for row in self.activities.get(shift.id, ()):
            if row.duty is None:
                places = self.places(shift) if row.place is None else [row.place]
                yield Kept(
                    shift=number,
                    earliest=max(row.window.earliest, turn.start),
                    latest=row.window.latest,
                    duration=row.duration,
                    ways=self.seconds(shift, places),
                )


def _way(row: Watch) -> tuple[PlaceId, PlaceId]:
    return (row.place if row.key is None else row.key), row.place
