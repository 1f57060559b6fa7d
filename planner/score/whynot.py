"""Why not: which rules keep caregivers from an unplaced visit, and what would help most cheaply."""

from collections import defaultdict
from collections.abc import Hashable, Iterable, Iterator, Sequence
from itertools import product

from planner.model.instance import Instance
from planner.model.plan import Blocked, Plan, Unplaced
from planner.model.staff import Shift
from planner.model.units import CaregiverId, Instant
from planner.model.visits import Seat, Span, Visit
from planner.rules.ids import RuleId
from planner.rules.reading import offset_of, seconds_of
from planner.rules.registry import RULES
from planner.rules.rule import Rule
from planner.rules.terms import (
    AtLeastApart,
    Capacity,
    CloseShift,
    Forbid,
    KeepOut,
    StartWithin,
    Together,
    WorkWithin,
)
from planner.score.insertion import Rounds
from planner.score.ledger import ledger_of
from planner.score.relaxation import CHEAPEST_FIRST, STRICT, Leniency, Relaxation


def explain(instance: Instance, plan: Plan, rules: Sequence[Rule] = RULES) -> tuple[Unplaced, ...]:
    """Return the unplaced visits of ``plan`` with their reasons and cheapest relaxation.

    A caregiver is named under every rule that forbids the visit; one who may come is named under
    the rule that leaves no room in the round: working time, window, gap, load. Tested is one
    insertion into the rounds as they are; that moving other visits to other people would make
    room is not seen, and ``search_longer`` says that the visit fits as things stand.
    """
    if not plan.unplaced:
        return ()
    asker = _Asker(instance, plan, rules)
    return tuple(asker.explain(instance.visits[row.visit]) for row in plan.unplaced)


class _Asker:
    """Asks about the visits of one plan."""

    def __init__(self, instance: Instance, plan: Plan, rules: Sequence[Rule]) -> None:
        self.instance = instance
        self.ledger = ledger_of(instance, rules)
        self.rounds = Rounds(instance, self.ledger, plan)
        self.shifts: dict[CaregiverId, list[Shift]] = defaultdict(list)
        for shift in instance.shifts.values():
            self.shifts[shift.caregiver].append(shift)
        if not self.shifts:
            self.shifts.update((person.id, []) for person in instance.case.caregivers)

    def explain(self, visit: Visit) -> Unplaced:
        """Return why ``visit`` is unplaced and what would help most cheaply."""
        helps = (code for code, leniency in CHEAPEST_FIRST if self._fits(visit, leniency))
        cheapest = next(helps, None)
        stopped: dict[RuleId, list[CaregiverId]] = defaultdict(list)
        for caregiver in self.shifts:
            for rule in self._why(visit, caregiver, fits=cheapest is Relaxation.SEARCH_LONGER):
                stopped[rule].append(caregiver)
        blocked = (
            Blocked(rule=rule, caregivers=tuple(stopped[rule])) for rule in RuleId if stopped[rule]
        )
        return Unplaced(visit=visit.id, blocked=tuple(blocked), relaxation=cheapest)

    def _why(self, visit: Visit, caregiver: CaregiverId, *, fits: bool) -> list[RuleId]:
        """Return what keeps ``caregiver`` from every seat of ``visit``."""
        seats = _seats(visit, STRICT)
        reasons = [self._why_seat(seat, caregiver) for seat in seats]
        if all(reasons):
            return list(dict.fromkeys(rule for rules in reasons for rule in rules))
        return [] if fits else self._rules(Together, seats[0])

    def _why_seat(self, seat: Seat, caregiver: CaregiverId) -> list[RuleId]:
        """Return what keeps ``caregiver`` from ``seat``; nothing where it fits."""
        for rules, left in self._sieve(seat, caregiver):
            if not left:
                return rules
        able = self._able(seat, caregiver)
        if self._any_room(seat, able, STRICT):
            return []
        for kind in (AtLeastApart, StartWithin):
            rules = self._rules(kind, seat)
            if rules and self._any_room(seat, able, Leniency(ignored=frozenset(rules))):
                return rules
        return self._rules(WorkWithin, able[0].id)

    def _sieve(
        self, seat: Seat, caregiver: CaregiverId
    ) -> Iterator[tuple[list[RuleId], Sequence[Shift]]]:
        """Yield, wall by wall, its rules and the caregiver's shifts that it leaves."""
        shifts: Sequence[Shift] = self.shifts[caregiver]
        forbids = self._forbids(seat, caregiver, STRICT)
        if forbids:
            yield forbids, ()
        shifts = [shift for shift in shifts if self._meets(seat, shift, STRICT)]
        yield [RuleId.ON_DUTY], shifts
        closing = [rule for shift in shifts for rule in self._rules(CloseShift, shift.id)]
        shifts = [shift for shift in shifts if not self._rules(CloseShift, shift.id)]
        yield closing, shifts
        barred = [rule for shift in shifts for rule in self._bars(seat, shift)]
        shifts = [shift for shift in shifts if not self._bars(seat, shift)]
        yield barred, shifts
        loaded = [rule for shift in shifts for rule in self._rules(Capacity, shift.id)]
        yield loaded, [shift for shift in shifts if self.rounds.carries(seat, shift)]

    def _able(self, seat: Seat, caregiver: CaregiverId, leniency: Leniency = STRICT) -> list[Shift]:
        """Return the shifts in which ``caregiver`` may take ``seat`` if there is room."""
        if self._forbids(seat, caregiver, leniency):
            return []
        return [
            shift
            for shift in self.shifts[caregiver]
            if self._meets(seat, shift, leniency)
            and not self._rules(CloseShift, shift.id)
            and not self._bars(seat, shift)
            and self.rounds.carries(seat, shift)
        ]

    def _fits(self, visit: Visit, leniency: Leniency) -> bool:
        """Tell whether ``visit`` has room in the rounds when rules give way by ``leniency``."""
        first, *second = (self._rooms(visit, seat, leniency) for seat in _seats(visit, leniency))
        if not second:
            return next(iter(first), None) is not None
        return any(
            one != other and max(here.earliest, there.earliest) <= min(here.latest, there.latest)
            for (one, here), (other, there) in product(first, second[0])
        )

    def _rooms(
        self, visit: Visit, seat: Seat, leniency: Leniency
    ) -> Iterator[tuple[CaregiverId, Span]]:
        """Yield when the visit can start for ``seat``, by caregiver and position."""
        offset = offset_of(visit, seat)
        for caregiver in self.shifts:
            for shift in self._able(seat, caregiver, leniency):
                for span in self.rounds.room(seat, shift, leniency):
                    earliest, latest = span.earliest - offset, span.latest - offset
                    yield caregiver, Span(Instant(earliest), Instant(latest))

    def _any_room(self, seat: Seat, shifts: Iterable[Shift], leniency: Leniency) -> bool:
        return any(True for shift in shifts for _ in self.rounds.room(seat, shift, leniency))

    def _forbids(self, seat: Seat, caregiver: CaregiverId, leniency: Leniency) -> list[RuleId]:
        return [
            rule
            for rule, term in self.ledger.of(Forbid, seat)
            if caregiver in term.caregivers and rule not in leniency.ignored
        ]

    def _bars(self, seat: Seat, shift: Shift) -> list[RuleId]:
        return [rule for rule, term in self.ledger.of(KeepOut, seat) if shift.id in term.shifts]

    def _meets(self, seat: Seat, shift: Shift, leniency: Leniency) -> bool:
        """Tell whether the seat's own window and the working time have a moment in common."""
        visit, turn = self.instance.visits[seat.visit], self.instance.turns[shift.id]
        more = leniency.widen + leniency.overtime
        opens = visit.window.earliest + offset_of(visit, seat) - more
        closes = visit.window.latest + offset_of(visit, seat) + seconds_of(visit, seat) + more
        return opens < turn.end and turn.start < closes

    def _rules(self, kind: type, name: Hashable) -> list[RuleId]:
        return list(dict.fromkeys(rule for rule, _ in self.ledger.of(kind, name)))


def _seats(visit: Visit, leniency: Leniency) -> tuple[Seat, ...]:
    if visit.second is None or leniency.alone:
        return (Seat(visit.id, 1),)
    return Seat(visit.id, 1), Seat(visit.id, 2)
