"""Alarms: at every second, is somebody near enough to every client who may call.

Slow and simple on purpose: second by second. For each caregiver on alarm duty two rows say, for
every second of a day, from which second on the caregiver can set out, and from where. A second
is covered when one of them then is at the door in time.
"""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date, time, timedelta
from itertools import pairwise

import numpy as np
import numpy.typing as npt

from planner.checker.book import Book, Seen, Sheet
from planner.checker.clock import on_the_wall
from planner.checker.codes import Code, remark
from planner.model.alarm import AlarmService
from planner.model.case import Provider
from planner.model.clients import Client, Lock
from planner.model.findings import Finding
from planner.model.plan import Round, StopKind
from planner.model.travel import IntMatrix

Seconds = npt.NDArray[np.int64]


@dataclass(frozen=True)
class _Guard:
    """Somebody on alarm duty: at second ``n`` after ``starts`` they can set out at ``free[n]``.

    From the place in row ``spot[n]``; both rows are as long as the shift.
    """

    provider: str | None
    roads: IntMatrix
    starts: int
    ends: int
    free: Seconds
    spot: npt.NDArray[np.int32]


@dataclass(frozen=True)
class _Caller:
    """A client on one day: from which row of places the key is fetched, and how soon they wait."""

    client: Client
    terms: AlarmService
    home: int
    key: int | None

    @property
    def limit(self) -> int:
        """Seconds from the call to the door."""
        return self.client.alarm_limit or self.terms.limit

    def way(self, guard: _Guard) -> Seconds:
        """Return the seconds to the client from every place, by the mode of ``guard``."""
        if self.key is None:
            return guard.roads[:, self.home].astype(np.int64)
        return guard.roads[:, self.key].astype(np.int64) + int(guard.roads[self.key, self.home])


def check_alarms(book: Book, sheet: Sheet) -> Iterator[Finding]:
    """Yield when a client with an alarm is out of everybody's reach (U77-U79)."""
    callers = list(_callers(book, sheet))
    for day in book.days if callers else ():
        guards = list(_guards(book, sheet, day))
        for caller in callers:
            missed = _asked(book, caller, day)
            for guard in sorted(guards, key=lambda row: row.roads[row.spot[0], caller.home]):
                if not missed.size:
                    break
                if guard.provider is None or caller.client.provider in {None, guard.provider}:
                    missed = _without(missed, guard, caller)
            yield from _told(caller, missed)


def _callers(book: Book, sheet: Sheet) -> Iterator[_Caller]:
    """Yield the clients whose alarms are answered."""
    providers = {row.id: row for row in book.case.providers}
    offices = {group.id: group.office for group in book.case.groups}
    rows = sheet.travel.row
    for client in book.case.clients:
        provider = providers.get(client.provider) if client.provider else None
        if not client.alarm or client.place not in rows or (provider and _others(provider)):
            continue
        terms = provider.alarm if provider else AlarmService()
        opens = terms.opens or (provider.opens if provider else time(7))
        closes = terms.closes or (provider.closes if provider else time(22))
        own = terms.model_copy(update={"opens": opens, "closes": closes})
        names = (client.group, client.evening_group)
        hangs = [client.key_place] if client.key_place else []
        hangs += [offices[name] for name in names if name is not None and name in offices]
        keyed = bool(hangs) and client.lock is not Lock.DIGITAL
        yield _Caller(client, own, rows[client.place], rows.get(hangs[0]) if keyed else None)


def _others(provider: Provider) -> bool:
    """Tell whether somebody else answers the alarms of this provider's clients (B08)."""
    return not provider.answers_alarms


def _asked(book: Book, caller: _Caller, day: date) -> Seconds:
    """Return every second of ``day`` at which a call of the client counts."""
    terms = caller.terms
    opens, closes = (
        on_the_wall(day, terms.opens or time()),
        on_the_wall(day, terms.closes or time()),
    )
    asked = np.arange(opens, max(opens, closes - terms.night_patrol))
    for left, back in book.clients_away.get(caller.client.id, ()):
        asked = asked[(asked < left) | (asked >= back)]
    return asked


def _without(missed: Seconds, guard: _Guard, caller: _Caller) -> Seconds:
    """Return the seconds of ``missed`` at which ``guard`` would not come in time either."""
    first, last = np.searchsorted(missed, [guard.starts, guard.ends])
    at_work = missed[first:last]
    number = at_work - guard.starts
    door = guard.free[number] + caller.way(guard)[guard.spot[number]]
    latest = guard.ends + caller.terms.overtime - caller.terms.visit
    late = (door > at_work + caller.limit) | (door > latest)
    return np.concatenate([missed[:first], at_work[late], missed[last:]])


def _guards(book: Book, sheet: Sheet, day: date) -> Iterator[_Guard]:
    """Yield who can be called on ``day``."""
    begins, ends = on_the_wall(day, time()), on_the_wall(day + timedelta(days=1), time())
    groups = {group.id: group.provider for group in book.case.groups}
    for row, stops in sheet.rounds:
        shift = book.shifts.get(row.shift)
        if shift is None or not shift.alarm_duty or shift.day not in book.days:
            continue
        starts, closes = book.hours[shift.id]
        person = book.caregivers.get(shift.caregiver)
        places = {shift.start_place, shift.end_place, *(seen.stop.place for seen in stops)}
        known = row.mode in sheet.travel.seconds and places - {None} <= sheet.travel.row.keys()
        away = book.is_away(shift.caregiver, shift.id) or max(starts, begins) >= min(closes, ends)
        if person is not None and known and not away:
            free, spot = _written(book, sheet, row, stops)
            provider = groups.get(person.group) if person.group else None
            yield _Guard(provider, sheet.travel.seconds[row.mode], starts, closes, free, spot)


def _written(
    book: Book, sheet: Sheet, row: Round, stops: tuple[Seen, ...]
) -> tuple[Seconds, npt.NDArray[np.int32]]:
    """Write down, second by second, when and from where a caregiver can set out."""
    shift, number = book.shifts[row.shift], sheet.travel.row
    begins, ends = book.hours[shift.id]
    free = np.arange(begins, ends)
    spot = np.full(ends - begins, number[shift.end_place], np.int32)
    roads = sheet.travel.seconds[row.mode]

    def note(start: int, end: int, place: int, until: int | None) -> None:
        part = slice(max(start - begins, 0), max(end - begins, 0))
        spot[part] = place
        if until is not None:
            free[part] = until

    here, now = number[shift.start_place], begins
    for seen in stops:
        there = here if seen.stop.place is None else number[seen.stop.place]
        arrives = now + int(roads[here, there])
        note(now, arrives, there, arrives)
        note(arrives, seen.start, there, None)
        note(seen.start, seen.end, there, seen.end if _bound(book, seen) else None)
        here, now = there, seen.end
    arrives = now + int(roads[here, number[shift.end_place]])
    note(now, arrives, number[shift.end_place], arrives)
    return free, spot


def _bound(book: Book, seen: Seen) -> bool:
    """Tell whether a caregiver stays until ``seen`` is over, whoever calls."""
    if seen.stop.kind is StopKind.VISIT:
        need = book.needs.get(seen.stop.id)
        return need is not None and any(service.uninterruptible for service in need.services)
    return seen.stop.kind is StopKind.BREAK


def _told(caller: _Caller, missed: Seconds) -> Iterator[Finding]:
    """Yield a remark for each run of seconds."""
    cuts = [0, *(np.flatnonzero(np.diff(missed) > 1) + 1).tolist(), len(missed)]
    for one, two in pairwise(cuts):
        if one < two:
            start, end = int(missed[one]), int(missed[two - 1]) + 1
            yield remark(
                Code.ALARM_OUT_OF_REACH,
                client=caller.client.id,
                start=start,
                end=end,
                seconds=end - start,
                limit=caller.limit,
            )
