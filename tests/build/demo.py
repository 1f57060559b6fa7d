"""Demos for tests: streets without a map, and the figures of a demo as its case and plan show them.

The figures are taken from the documents, not from what the generator thinks.
"""

from collections import Counter, defaultdict
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import date, datetime
from functools import cached_property
from random import Random

import numpy as np

from api.demo import Demo
from planner.calendar.clock import ZONE
from planner.calendar.demand import expand
from planner.checker import Code, check_plan
from planner.model.clients import Lock
from planner.model.findings import Finding
from planner.model.instance import Instance
from planner.model.places import Coordinate, Place, TravelMode
from planner.model.plan import Round, Stop, StopKind
from planner.model.travel import TravelMatrices
from planner.model.units import VisitId
from planner.model.visits import Visit

_SPEEDS = {TravelMode.CAR: 6.0, TravelMode.BIKE: 4.0, TravelMode.FOOT: 1.3}
_STOPS = {TravelMode.CAR: 90, TravelMode.BIKE: 30, TravelMode.FOOT: 0}
_DETOUR = 1.35
_PEAK = 7, 10


def lot(seed: int) -> Random:
    """Return a source of chance that repeats."""
    return Random(seed)  # noqa: S311  no secret


class PlainStreets:
    """A town of some 10 x 10 km without streets: straight ways with a detour."""

    def residential_points(self, count: int, seed: int) -> Sequence[Coordinate]:
        rng = Random(f"plain:{seed}")  # noqa: S311  no secret
        return [
            Coordinate(lat=57.66 + rng.random() * 0.09, lon=11.88 + rng.random() * 0.168)
            for _ in range(count)
        ]

    def matrices(
        self, places: Sequence[Place], modes: Sequence[TravelMode], *, winter: bool
    ) -> TravelMatrices:
        assert not winter
        spots = [place.coordinate for place in places if place.coordinate is not None]
        lat, lon = np.array([s.lat for s in spots]), np.array([s.lon for s in spots])
        north, east = np.subtract.outer(lat, lat) * 111_200, np.subtract.outer(lon, lon) * 59_400
        metres = np.hypot(north, east) * _DETOUR
        seconds = {
            mode: np.where(metres > 0, np.ceil(metres / _SPEEDS[mode]) + _STOPS[mode], 0).astype(
                np.int32
            )
            for mode in modes
        }
        return TravelMatrices(tuple(place.id for place in places), seconds, "plain")


@dataclass(frozen=True)
class Figures:
    """What a demo is made of, counted from its case and its planted plan."""

    demo: Demo

    @cached_property
    def instance(self) -> Instance:
        """The case with its visits and travel times."""
        return Instance(self.demo.case, expand(self.demo.case), self.demo.travel)

    def visits_by_group_day(self) -> Counter[tuple[str, date]]:
        """Count visits by the code of the day group and the day."""
        return Counter(
            ((visit.group or "").removesuffix("E"), visit.day)
            for visit in self.instance.demand.visits
        )

    def use_by_group_day(self, between: tuple[int, int] = (0, 24)) -> dict[tuple[str, date], float]:
        """Return travel, visits and duties over paid time, within hours of the clock."""
        used: Counter[tuple[str, date]] = Counter()
        paid: Counter[tuple[str, date]] = Counter()
        for round_ in self.demo.planted.rounds:
            key = str(self._group(round_)), round_.day
            for kind, start, end in self._spans(round_):
                seconds = _overlap(start, end, round_.day, between)
                paid[key] += seconds if kind != "break" else 0
                used[key] += seconds if kind not in {"break", "wait"} else 0
        return {key: used[key] / paid[key] for key in paid if paid[key]}

    def peak_by_group_day(self) -> dict[tuple[str, date], float]:
        """Return the use of paid time 07-10."""
        return self.use_by_group_day(_PEAK)

    def double_share(self) -> float:
        """Return the share of clients with orders who have a double-staffed visit."""
        double = {visit.client for visit in self.instance.demand.visits if visit.second}
        return len(double) / len(self.demo.case.orders)

    def key_share(self) -> float:
        """Return the share of alarm clients whose key hangs at the office."""
        alarms = [client for client in self.demo.case.clients if client.alarm]
        return sum(client.lock is Lock.KEY for client in alarms) / len(alarms)

    def uninterruptible_share(self) -> float:
        """Return the share of care time that no alarm interrupts."""
        visits = self.instance.demand.visits
        calm = sum(visit.duration for visit in visits if visit.uninterruptible)
        return calm / sum(visit.duration for visit in visits)

    def absent_share(self) -> float:
        """Return the share of rostered shifts whose caregiver is away."""
        return 1 - len(self.instance.turns) / len(self.demo.case.shifts)

    def placed(self) -> Iterator[tuple[Visit, Stop, Round]]:
        """Yield every planted stop at a visit."""
        for round_ in self.demo.planted.rounds:
            for stop in round_.stops:
                if stop.kind is StopKind.VISIT:
                    yield self.instance.visits[VisitId(stop.id)], stop, round_

    def days_worked(self) -> dict[str, list[date]]:
        """Return the days on which each caregiver has a round."""
        days: dict[str, list[date]] = defaultdict(list)
        for round_ in self.demo.planted.rounds:
            days[round_.caregiver].append(round_.day)
        return days

    def _group(self, round_: Round) -> str:
        return str(self.instance.caregivers[round_.caregiver].group).removesuffix("E")

    def _spans(self, round_: Round) -> Iterator[tuple[str, datetime, datetime]]:
        """Cut a shift into travel, waiting, visits, duties and breaks."""
        turn = self.instance.turns[round_.shift]
        free = datetime.fromtimestamp(turn.start, tz=ZONE)
        for stop in round_.stops:
            yield "travel", free, stop.arrival
            yield "wait", stop.arrival, stop.start
            yield stop.kind.value, stop.start, stop.end
            free = stop.end
        end = datetime.fromtimestamp(turn.end, tz=ZONE)
        back = datetime.fromtimestamp(free.timestamp() + round_.travel_home, tz=ZONE)
        yield "travel", free, back
        yield "wait", back, end


def _overlap(start: datetime, end: datetime, day: date, hours: tuple[int, int]) -> int:
    """Return the seconds of a span that lie between two hours of ``day``."""
    midnight = datetime(day.year, day.month, day.day, tzinfo=ZONE).timestamp()
    opens, closes = (midnight + hour * 3600 for hour in hours)
    return max(0, int(min(closes, end.timestamp()) - max(opens, start.timestamp())))


def beside_alarms(demo: Demo) -> list[Finding]:
    """Return what the checker finds in the planted plan, apart from alarms out of reach.

    The plan is planted round by round, and nobody has seen to the alarms.
    """
    findings = check_plan(demo.case, demo.planted, demo.travel)
    return [row for row in findings if row.rule != Code.ALARM_OUT_OF_REACH]
