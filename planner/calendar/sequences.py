"""The order of the visits of one call, and of a couple who are visited in turn (H15, H20, H24).

Both say that one visit starts when another one is done at the earliest, whoever does them.
"""

from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from itertools import combinations, permutations, product

from planner.calendar.errands import Errand
from planner.model.case import Case
from planner.model.clients import Household, HouseholdMode
from planner.model.orders import ServiceKind
from planner.model.units import ClientId, VisitId
from planner.model.visits import Gap, Visit, VisitKind

EASE = 1800
"""Seconds of room with which a couple's visits keep the order in which they are listed."""

_RANK = {ServiceKind.SIMPLIFIED: -1, ServiceKind.HOUSING_SUPPORT: 1}
_APART = frozenset({ServiceKind.ESCORT, ServiceKind.RESPITE})

Call = tuple[ClientId, date, str]
"""The visits to one client on one day with the same label."""


@dataclass(frozen=True, slots=True)
class _Place:
    """Where a visit stands in its call: its services' orders, and its kind's rank if it has one."""

    first: int
    last: int
    rank: int | None


def sequences(
    visits: Sequence[Visit], bundles: Mapping[VisitId, Sequence[Errand]]
) -> tuple[Gap, ...]:
    """Return which visits of a call at home come before which.

    Simplified help comes before home care (H15), housing support after it (H20); among visits of
    one of these sorts, or of escorts and respite, ``order_in_visit`` decides. No circle can arise.
    """
    return tuple(
        Gap(one.id, other.id, one.duration)
        for row in _calls(visits).values()
        for one, other in permutations(row, 2)
        if _precedes(_place(bundles.get(one.id, ())), _place(bundles.get(other.id, ())))
    )


def in_turn(case: Case, visits: Sequence[Visit]) -> tuple[Gap, ...]:
    """Return which visits to a couple come first: one client wholly, then the other (H24).

    Of the same call, at the home they share. The order is that of the list; where this leaves
    less than ``EASE`` of room between some windows, whose windows are earlier comes first.
    """
    coupled = _coupled(case)
    calls = _calls([visit for visit in visits if visit.client in coupled])
    return tuple(
        Gap(before.id, after.id, before.duration)
        for household in case.households
        if household.mode is HouseholdMode.IN_TURN
        for row in _shared_calls(household, calls)
        for one, other in combinations(_arranged(row), 2)
        for before, after in product(one, other)
    )


def _coupled(case: Case) -> frozenset[ClientId]:
    return frozenset(client for household in case.households for client in household.clients)


def room(before: Visit, after: Visit) -> int:
    """Return how many seconds the windows leave over; below 0 they leave no such order."""
    return after.window.latest - before.window.earliest - before.duration


def _calls(visits: Sequence[Visit]) -> dict[Call, list[Visit]]:
    """Return the visits at home by call."""
    calls: dict[Call, list[Visit]] = defaultdict(list)
    for visit in visits:
        if visit.kind is VisitKind.HOME:
            calls[visit.client, visit.day, visit.call].append(visit)
    return calls


def _place(errands: Sequence[Errand]) -> _Place:
    orders = [errand.service.order_in_visit for errand in errands]
    kinds = {errand.service.kind for errand in errands}
    rank = None if kinds & _APART else max((_RANK.get(kind, 0) for kind in kinds), key=abs)
    return _Place(min(orders), max(orders), rank)


def _precedes(one: _Place, other: _Place) -> bool:
    if one.rank == other.rank:
        return one.last < other.first
    return one.rank is not None and other.rank is not None and one.rank < other.rank


def _shared_calls(
    household: Household, calls: Mapping[Call, list[Visit]]
) -> Iterator[list[list[Visit]]]:
    """Yield, for each call of a household at one place, the visits of each client in its order."""
    keys = {(day, label) for client, day, label in calls if client in household.clients}
    for day, label in sorted(keys):
        own = [calls.get((client, day, label), []) for client in household.clients]
        there = [row for row in own if row]
        if len({row[0].place for row in there}) == 1:
            yield there


def _arranged(row: list[list[Visit]]) -> list[list[Visit]]:
    pairs = [pair for two in combinations(row, 2) for pair in product(*two)]
    eased = all(room(one, two) >= min(EASE, room(two, one)) for one, two in pairs)
    return row if eased else sorted(row, key=_lateness)


def _lateness(visits: list[Visit]) -> int:
    """Return what is less for the one of two visits that leaves more room when it comes first."""
    spans = [(visit.window, visit.duration) for visit in visits]
    return min(span.earliest + span.latest + seconds for span, seconds in spans)
