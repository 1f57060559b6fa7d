"""On the road: places, travel times, the order of stops, the way out and the way home."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from itertools import pairwise

from planner.checker.book import Book, Seen, Sheet
from planner.checker.codes import Code, fault, remark
from planner.model.findings import Finding
from planner.model.places import TravelMode
from planner.model.plan import Round, StopKind
from planner.model.staff import Shift
from planner.model.travel import TravelMatrices
from planner.model.units import PlaceId


def check_roads(book: Book, sheet: Sheet) -> Iterator[Finding]:
    """Yield stops that one caregiver cannot reach in time, one round after the other."""
    for row, stops in sheet.rounds:
        for seen in stops:
            yield from _place(book, seen)
            if seen.start < seen.arrival:
                yield fault(
                    Code.START_BEFORE_ARRIVAL, **seen.names, start=seen.start, arrival=seen.arrival
                )
        for one, two in pairwise(stops):
            if two.start < one.end:
                names = {**two.names, "other": one.stop.id}
                yield fault(Code.STOPS_OVERLAP, **names, start=two.start, end=one.end)
        shift = book.shifts.get(row.shift)
        if shift is not None:
            roads = _Roads(sheet.travel, book.mode(shift) or row.mode)
            yield from _legs(roads, row, shift, stops, book.hours[shift.id])


def _place(book: Book, seen: Seen) -> Iterator[Finding]:
    """Yield a place that is not in the case, or not where the visit happens."""
    place = seen.stop.place
    if place is not None and place not in book.places:
        yield fault(Code.UNKNOWN_PLACE, **seen.names, place=place)
    need = book.needs.get(seen.stop.id) if seen.stop.kind is StopKind.VISIT else None
    if need is not None and place != need.place:
        yield fault(Code.WRONG_PLACE, **seen.names, place=place, expected=need.place)


@dataclass(frozen=True, slots=True)
class _Roads:
    """Travel times of one mode."""

    travel: TravelMatrices
    mode: TravelMode

    def needed(self, origin: PlaceId, destination: PlaceId) -> int | None:
        """Return the seconds of a way by the matrix, or nothing where it does not know it."""
        if origin == destination:
            return 0
        known = {origin, destination} <= self.travel.row.keys()
        if self.mode not in self.travel.seconds or not known:
            return None
        return self.travel.between(self.mode, origin, destination)


def _legs(
    roads: _Roads, row: Round, shift: Shift, stops: tuple[Seen, ...], hours: tuple[int, int]
) -> Iterator[Finding]:
    """Follow one round from its start place to its end place."""
    here, free = shift.start_place, hours[0]
    for number, seen in enumerate(stops):
        there = seen.stop.place or here
        way = {**seen.names, "origin": here, "destination": there, "mode": roads.mode.value}
        needed = roads.needed(here, there)
        road = (needed or 0) if number == 0 else 0
        left = min(seen.arrival, seen.start) - road
        if left < hours[0]:
            yield fault(Code.STARTS_BEFORE_SHIFT, **seen.names, start=left, opens=hours[0])
        if needed is None:
            yield fault(Code.TRAVEL_UNKNOWN, **way)
        else:
            stated = seen.stop.travel
            shortest = stated if number == 0 else min(stated, seen.arrival - free)
            yield from _leg(way, shortest, stated, needed)
        here, free = there, seen.end
    done = max((seen.end for seen in stops), default=free)
    yield from _home(roads, row, shift, (here, done), hours[1])


def _leg(way: Mapping[str, object], shortest: int, stated: int, needed: int) -> Iterator[Finding]:
    """Yield a way for which there is too little time, or more is stated than it takes."""
    if shortest < needed:
        yield fault(Code.TRAVEL_TOO_SHORT, **way, seconds=shortest, expected=needed)
    elif stated > needed:
        yield remark(Code.TRAVEL_TOO_LONG, **way, seconds=stated, expected=needed)


def _home(
    roads: _Roads, row: Round, shift: Shift, free: tuple[PlaceId, int], closes: int
) -> Iterator[Finding]:
    """Yield what is wrong with the way home; ``free`` is where and when the work is done."""
    here, done = free
    way = {"shift": row.shift, "stop": "", "origin": here, "destination": shift.end_place}
    needed = roads.needed(here, shift.end_place)
    if needed is None:
        yield fault(Code.TRAVEL_UNKNOWN, **way, mode=roads.mode.value)
        return
    named = {**way, "mode": roads.mode.value}
    yield from _leg(named, row.travel_home, row.travel_home, needed)
    if done + needed > closes:
        yield fault(Code.ENDS_AFTER_SHIFT, shift=row.shift, end=done + needed, closes=closes)
