"""Where one more seat fits into the rounds of a plan, the other rounds standing still."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import cached_property

from planner.model.instance import Instance
from planner.model.plan import Plan, Round, Stop, StopKind
from planner.model.staff import Shift
from planner.model.units import ActivityId, Instant, PlaceId, VisitId
from planner.model.visits import Seat, Span
from planner.rules.ids import RuleId
from planner.rules.reading import by_seat, instant, road, seconds_of
from planner.rules.terms import (
    AtLeastApart,
    Attend,
    Capacity,
    Load,
    StartWithin,
    Together,
    WorkWithin,
)
from planner.score.ledger import Ledger
from planner.score.relaxation import STRICT, Leniency

EVER = 1 << 60
"""A moment beyond all moments."""


@dataclass(frozen=True, slots=True)
class _Item:
    """A stop of a round that may move between ``earliest`` and ``latest``."""

    place: PlaceId | None
    earliest: int
    latest: int
    seconds: int


@dataclass(frozen=True)
class Rounds:
    """The rounds of a plan, ready to be asked for room."""

    instance: Instance
    ledger: Ledger
    plan: Plan

    @cached_property
    def starts(self) -> dict[Seat, Instant]:
        """When each placed seat starts."""
        return {seat: row.start for seat, row in by_seat(self.instance, self.plan).items()}

    @cached_property
    def _by_shift(self) -> dict[str, Round]:
        return {round_.shift: round_ for round_ in self.plan.rounds}

    def window(self, seat: Seat, leniency: Leniency = STRICT) -> Span:
        """Return when ``seat`` may start, with the visits it keeps a gap to standing still."""
        earliest, latest = -EVER, EVER
        for rule, term in self.ledger.of(StartWithin, seat):
            if rule not in leniency.ignored:
                more = leniency.widen if rule is RuleId.TIME_WINDOW else 0
                earliest = max(earliest, term.span.earliest - more)
                latest = min(latest, term.span.latest + more)
        for rule, gap in self.ledger.of(AtLeastApart, seat):
            if rule in leniency.ignored:
                continue
            if gap.after == seat and gap.before in self.starts:
                earliest = max(earliest, self.starts[gap.before] + gap.seconds)
            if gap.before == seat and gap.after in self.starts:
                latest = min(latest, self.starts[gap.after] - gap.seconds)
        return Span(Instant(earliest), Instant(latest))

    def carries(self, seat: Seat, shift: Shift) -> bool:
        """Tell whether the load of ``seat`` still fits into the round of ``shift``."""
        round_ = self._by_shift.get(shift.id)
        stops = round_.stops if round_ is not None else ()
        seats = [Seat(VisitId(s.id), s.seat) for s in stops if s.kind is StopKind.VISIT]
        load = sum(term.units for own in (*seats, seat) for _, term in self.ledger.of(Load, own))
        most = [term.units for _, term in self.ledger.of(Capacity, shift.id)]
        return load <= min(most, default=load)

    def room(self, seat: Seat, shift: Shift, leniency: Leniency = STRICT) -> Iterator[Span]:
        """Yield when ``seat`` can start in the round of ``shift``, one span for each position.

        The stops of the round move within their own windows; double-staffed ones stand still.
        """
        visit, window = self.instance.visits[seat.visit], self.window(seat, leniency)
        seconds = seconds_of(visit, seat)
        turn = self._turn(shift, leniency)
        items = self._items(shift)
        here, free = shift.start_place, int(turn.earliest)
        for position in range(len(items) + 1):
            there = visit.place or here
            earliest = max(window.earliest, free + self._road(shift, here, there))
            due = self._due(shift, there, items[position:], turn.latest)
            latest = min(window.latest, due - seconds)
            if earliest <= latest:
                yield Span(Instant(earliest), Instant(latest))
            if position < len(items):
                item = items[position]
                there = item.place or here
                start = max(item.earliest, free + self._road(shift, here, there))
                here, free = there, start + item.seconds

    def _road(self, shift: Shift, here: PlaceId, there: PlaceId) -> int:
        return road(self.instance, self.instance.mode(shift), here, there)

    def _turn(self, shift: Shift, leniency: Leniency) -> Span:
        spans = [term.span for _, term in self.ledger.of(WorkWithin, shift.id)]
        earliest = max((span.earliest for span in spans), default=-EVER)
        latest = min((span.latest for span in spans), default=EVER)
        return Span(Instant(earliest), Instant(latest + leniency.overtime))

    def _due(self, shift: Shift, here: PlaceId, rest: Sequence[_Item], home: int) -> int:
        """Return when to set out from ``here`` so that the ``rest`` of the round is kept."""
        places = [here]
        for item in rest:
            places.append(item.place or places[-1])
        due = home - self._road(shift, places[-1], shift.end_place)
        for number in range(len(rest) - 1, -1, -1):
            start = min(rest[number].latest, due - rest[number].seconds)
            if start < rest[number].earliest:
                return -EVER
            due = start - self._road(shift, places[number], places[number + 1])
        return due

    def _items(self, shift: Shift) -> list[_Item]:
        round_ = self._by_shift.get(shift.id)
        return [self._item(stop) for stop in round_.stops] if round_ is not None else []

    def _item(self, stop: Stop) -> _Item:
        start = instant(stop.start)
        span = Span(start, start)
        seat = Seat(VisitId(stop.id), stop.seat)
        if stop.kind is not StopKind.VISIT:
            attended = self.ledger.of(Attend, ActivityId(stop.id))
            span = attended[0][1].span if attended else span
        elif not self.ledger.of(Together, seat):
            span = self.window(seat)
        seconds = instant(stop.end) - start
        return _Item(stop.place, span.earliest, span.latest, seconds)
