"""At the door: the order of a call, couples in turn, goods, booked rooms, keys from the office."""

from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence
from datetime import date
from itertools import permutations, product

from planner.checker.book import Book, Seen, Sheet
from planner.checker.clock import on_the_wall
from planner.checker.codes import Code, fault
from planner.checker.needs import Need
from planner.model.clients import HouseholdMode, Lock
from planner.model.findings import Finding
from planner.model.orders import ServiceKind
from planner.model.units import GroupId, PlaceId

_Call = dict[str, list[tuple[Need, Seen]]]
"""The visits at home of one day and label, by client, with who comes first to each."""

_Rooms = Mapping[tuple[str, date, str | None], Sequence[tuple[int, int]]]
"""From when to when a client has a room on a day, by client, day and place."""


def check_doors(book: Book, sheet: Sheet) -> Iterator[Finding]:
    """Yield visits out of their order, outside a delivery or booking, or without the key."""
    rooms, offices = _rooms(book), {group.id: group.office for group in book.case.groups}
    calls: dict[tuple[object, str], _Call] = {}
    for need, seen in _firsts(book, sheet):
        yield from _goods(need, seen)
        yield from _room(rooms, need, seen)
        yield from _key(book, offices, need, seen)
        if need.services and need.place == need.client.place:
            call = calls.setdefault((need.day, need.services[0].visit), {})
            call.setdefault(need.client.id, []).append((need, seen))
    for call in calls.values():
        for visits in call.values():
            yield from _order(visits)
        yield from _couples(book, call)


def _firsts(book: Book, sheet: Sheet) -> Iterator[tuple[Need, Seen]]:
    """Yield every visit with its first caregiver's stop."""
    for visit, stops in sheet.visits.items():
        need = book.needs.get(visit)
        if need is not None:
            yield from ((need, seen) for seen in stops if seen.stop.seat == 1)


def _order(visits: list[tuple[Need, Seen]]) -> Iterator[Finding]:
    """Yield visits of one call that begin before one that goes first is done (H15, H20)."""
    for (one, early), (two, late) in permutations(visits, 2):
        if _goes_first(one, two) and late.start < early.start + one.duration:
            apart = late.start - early.start
            pair = {"visit": two.id, "other": one.id}
            yield fault(Code.CALL_OUT_OF_ORDER, **pair, seconds=apart, expected=one.duration)


def _goes_first(one: Need, two: Need) -> bool:
    """Tell whether its kind, or else the order of services, puts one visit before another."""
    rank, other = _rank(one), _rank(two)
    if rank == other:
        mine, theirs = ([row.order_in_visit for row in need.services] for need in (one, two))
        return max(mine) < min(theirs)
    return rank is not None and other is not None and rank < other


def _rank(need: Need) -> int | None:
    """Return what sorts kinds: simplified help, home care, housing support; others have none."""
    kinds = {service.kind for service in need.services}
    if kinds & {ServiceKind.ESCORT, ServiceKind.RESPITE}:
        return None
    if ServiceKind.SIMPLIFIED in kinds:
        return 1
    return 3 if ServiceKind.HOUSING_SUPPORT in kinds else 2


def _couples(book: Book, call: _Call) -> Iterator[Finding]:
    """Yield couples in turn where neither is done wholly before the other begins (H24)."""
    for household in book.case.households:
        if household.mode is not HouseholdMode.IN_TURN:
            continue
        there = [call[who] for who in household.clients if who in call]
        for number, mine in enumerate(there):
            for theirs in there[number + 1 :]:
                same = mine[0][0].place == theirs[0][0].place
                if same and not (_done(mine, theirs) or _done(theirs, mine)):
                    visit, other = theirs[0][0].id, mine[0][0].id
                    yield fault(Code.COUPLE_NOT_IN_TURN, visit=visit, other=other)


def _done(mine: list[tuple[Need, Seen]], theirs: list[tuple[Need, Seen]]) -> bool:
    pairs = product(mine, theirs)
    return all(one.start + need.duration <= two.start for (need, one), (_, two) in pairs)


def _goods(need: Need, seen: Seen) -> Iterator[Finding]:
    """Yield a visit that is not there all the time in which goods may come (H18)."""
    for service in need.services:
        if service.delivery is None:
            continue
        opens = on_the_wall(need.day, service.delivery.earliest)
        closes = max(opens, on_the_wall(need.day, service.delivery.latest))
        if seen.start > opens or seen.start + need.duration < closes:
            window = {"earliest": opens, "latest": closes}
            yield fault(Code.GOODS_NOT_RECEIVED, visit=need.id, start=seen.start, **window)


def _rooms(book: Book) -> _Rooms:
    """Return when each client has each room on each day."""
    rooms: dict[tuple[str, date, str | None], list[tuple[int, int]]] = defaultdict(list)
    for row in book.case.bookings:
        times = on_the_wall(row.day, row.start), on_the_wall(row.day, row.end)
        rooms[row.client, row.day, row.place].append(times)
    return rooms


def _room(rooms: _Rooms, need: Need, seen: Seen) -> Iterator[Finding]:
    """Yield a visit to a room that lies in none of the client's bookings of the day (L35)."""
    booked = rooms.get((need.client.id, need.day, need.place), ())
    done = seen.start + need.duration
    if booked and not any(opens <= seen.start and done <= closes for opens, closes in booked):
        names = {"visit": need.id, "place": need.place}
        yield fault(Code.OUTSIDE_BOOKING, **names, start=seen.start, end=done)


def _key(
    book: Book, offices: Mapping[GroupId, PlaceId], need: Need, seen: Seen
) -> Iterator[Finding]:
    """Yield a visit behind a lock with a key by a round that does not pass where the key hangs."""
    client, shift = need.client, book.shifts.get(seen.round.shift)
    if client.lock is not Lock.KEY or need.place != client.place or shift is None:
        return
    hangs = client.key_place or (offices.get(client.group) if client.group else None)
    names = {"visit": need.id, "client": client.id, "shift": shift.id}
    if hangs is not None and not shift.start_place == hangs == shift.end_place:
        yield fault(Code.KEY_NOT_FETCHED, **names, place=hangs)
