"""Visits at the right time, for as long as granted, and two caregivers truly together."""

from collections.abc import Iterator

from planner.checker.book import Book, Seen, Sheet
from planner.checker.clock import on_the_wall
from planner.checker.codes import Code, fault, remark
from planner.checker.needs import Need
from planner.model.case import Provider
from planner.model.findings import Finding


def check_times(book: Book, sheet: Sheet) -> Iterator[Finding]:
    """Yield visits outside their window, of wrong length, not together, or at an empty home."""
    providers = {provider.id: provider for provider in book.case.providers}
    for visit, stops in sheet.visits.items():
        need = book.needs.get(visit)
        if need is None:
            continue
        for seen in stops:
            yield from _one(need, seen)
            if seen.stop.seat == 1:
                yield from _client_there(book, need, seen)
            provider = providers.get(need.client.provider) if need.client.provider else None
            yield from _open(need, seen, provider)
        yield from _together(need, stops)


def _one(need: Need, seen: Seen) -> Iterator[Finding]:
    """Yield a wrong length, and a start outside the hard window (the second seat's is later)."""
    second = seen.stop.seat > 1
    lasts, length = need.lasts(seen.stop.seat), seen.end - seen.start
    names = {"visit": need.id, "seat": seen.stop.seat, "shift": seen.round.shift}
    if length != lasts:
        yield fault(Code.WRONG_DURATION, **names, seconds=length, expected=lasts)
    later = need.second[0] if second and need.second else 0
    earliest, latest = need.earliest + later, need.latest + later
    if not earliest <= seen.start <= latest:
        window = {"earliest": earliest, "latest": latest}
        yield fault(Code.OUTSIDE_WINDOW, **names, start=seen.start, **window)


def _client_there(book: Book, need: Need, seen: Seen) -> Iterator[Finding]:
    """Yield a visit that starts while the client is away."""
    for start, end in book.clients_away.get(need.client.id, ()):
        if start <= seen.start < end:
            yield fault(
                Code.CLIENT_ABSENT,
                visit=need.id,
                client=need.client.id,
                shift=seen.round.shift,
                start=seen.start,
            )


def _open(need: Need, seen: Seen, provider: Provider | None) -> Iterator[Finding]:
    """Yield a visit outside the hours of the client's provider (U01, U02)."""
    if provider is None or provider.closes <= provider.opens:
        return
    opens, closes = (on_the_wall(need.day, wall) for wall in (provider.opens, provider.closes))
    if seen.start < opens or seen.end > closes:
        yield remark(
            Code.OUTSIDE_OPENING_HOURS,
            visit=need.id,
            provider=provider.id,
            start=seen.start,
            end=seen.end,
        )


def _together(need: Need, stops: tuple[Seen, ...]) -> Iterator[Finding]:
    """Yield a shared part that does not start at the same second for both (U74)."""
    if need.second is None:
        return
    offset = need.second[0]
    for first in (seen for seen in stops if seen.stop.seat == 1):
        for second in (seen for seen in stops if seen.stop.seat > 1):
            apart = second.start - first.start
            if apart != offset:
                yield fault(
                    Code.NOT_TOGETHER,
                    visit=need.id,
                    start=first.start,
                    other=second.start,
                    seconds=apart,
                    expected=offset,
                )
