"""How well a plan reaches the alarm clients: uncovered intervals, and the worst call of each."""

from collections.abc import Iterator
from dataclasses import dataclass

from planner.alarm.coverage import (
    ANYBODY,
    Chances,
    Pieces,
    chances,
    meeting,
    pieces,
    uncovered,
    worst,
)
from planner.alarm.watches import Watch, watches
from planner.alarm.whereabouts import whereabouts
from planner.model.instance import Instance
from planner.model.plan import Plan
from planner.model.units import ClientId, Instant, Seconds
from planner.model.visits import Span


@dataclass(frozen=True, slots=True)
class Reach:
    """How a client is reached over the horizon; absence and other people's alarms left out.

    ``gaps`` are when nobody is at the door in time after a call, from (included) to (not
    included); ``uncovered`` is their length. After a call at ``worst_at`` it takes ``worst``
    seconds, longer than after any other; ``None`` where nobody would come at all.
    """

    client: ClientId
    gaps: tuple[Span, ...]
    uncovered: Seconds
    worst_at: Instant
    worst: Seconds | None


def gaps_of(instance: Instance, plan: Plan) -> Iterator[tuple[Watch, tuple[Span, ...]]]:
    """Yield for every watch when nobody reaches the client in time (U77, U78)."""
    for watch, found in _asked(instance, plan):
        yield watch, uncovered(found, watch.span, watch.limit)


def reach_of(instance: Instance, plan: Plan) -> tuple[Reach, ...]:
    """Return how every alarm client is reached in ``plan``, by client."""
    rows: dict[ClientId, list[tuple[tuple[Span, ...], Instant, Seconds | None]]] = {}
    for watch, found in _asked(instance, plan):
        at, seconds = worst(found, watch.span)
        gaps = uncovered(found, watch.span, watch.limit)
        rows.setdefault(watch.client, []).append((gaps, at, seconds))
    return tuple(_summed(client, days) for client, days in rows.items())


def _asked(instance: Instance, plan: Plan) -> Iterator[tuple[Watch, Chances]]:
    providers = tuple(row.id for row in instance.case.providers)
    number = {provider: place for place, provider in enumerate(providers)}
    everything = pieces(whereabouts(instance, plan), instance.travel, providers)
    near: dict[tuple[Span, int], Pieces] = {}
    for watch in watches(instance):
        own = ANYBODY if watch.provider is None else number.get(watch.provider, ANYBODY)
        if (watch.span, own) not in near:
            near[watch.span, own] = meeting(everything, watch.span, own)
        yield watch, chances(watch, near[watch.span, own], instance.travel)


def _summed(
    client: ClientId, days: list[tuple[tuple[Span, ...], Instant, Seconds | None]]
) -> Reach:
    gaps = tuple(gap for own, _, _ in days for gap in own)
    never = [at for _, at, seconds in days if seconds is None]
    at, longest = max(
        ((at, seconds) for _, at, seconds in days if seconds is not None),
        key=lambda row: (row[1], -row[0]),
        default=(Instant(0), Seconds(0)),
    )
    return Reach(
        client=client,
        gaps=gaps,
        uncovered=Seconds(sum(gap.latest - gap.earliest for gap in gaps)),
        worst_at=min(never) if never else at,
        worst=None if never else longest,
    )
