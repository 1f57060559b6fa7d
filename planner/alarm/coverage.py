"""When an alarm client can be reached in time, exactly: intervals of whole seconds.

How soon somebody is at the door after a call at second t is a constant while nothing comes
first, and falls by a second with every second while the rest of something does. So each piece of
a round reaches a client within a limit during one interval, and what no interval holds is
uncovered.
"""

from collections.abc import Sequence
from dataclasses import dataclass, fields

import numpy as np
import numpy.typing as npt

from planner.alarm.watches import Watch, grace
from planner.alarm.whereabouts import Responder
from planner.model.travel import TravelMatrices
from planner.model.units import Instant, Seconds
from planner.model.visits import Span

Int64 = npt.NDArray[np.int64]

AT_ONCE = -1
"""The ``ready`` of a piece in which nothing comes first."""

_FIRST_GUESS = 300
"""The first limit that is tried, seconds; any number gives the same result."""

ANYBODY = -1
"""All providers."""


@dataclass(frozen=True)
class Pieces:
    """Pieces of rounds, as arrays of one length; places and modes by their number in ``travel``.

    ``answers_for`` counts the providers, -1 is all of them.
    """

    start: Int64
    end: Int64
    ready: Int64
    place: Int64
    mode: Int64
    shift_end: Int64
    answers_for: Int64

    def only(self, wanted: npt.NDArray[np.bool_]) -> "Pieces":
        """Return the ``wanted`` ones."""
        return Pieces(*(getattr(self, field.name)[wanted] for field in fields(self)))


@dataclass(frozen=True)
class Chances:
    """The pieces in which somebody can be called for a watch, as arrays of one length.

    In [``start``, ``end``) somebody sets out at ``ready`` (``AT_ONCE``), is at the client ``road``
    seconds later, and answers when that is ``until`` at the latest.
    """

    start: Int64
    end: Int64
    ready: Int64
    road: Int64
    until: Int64


def pieces(duty: Sequence[Responder], travel: TravelMatrices, providers: Sequence[str]) -> Pieces:
    """Return everything that ``duty`` does; ``providers`` are counted in this order."""
    modes = {mode: number for number, mode in enumerate(travel.seconds)}
    number = {provider: place for place, provider in enumerate(providers)}
    rows = [
        (
            piece.start,
            piece.end,
            AT_ONCE if piece.ready is None else piece.ready,
            travel.row[piece.place],
            modes[responder.mode],
            responder.shift_end,
            ANYBODY if responder.provider is None else number.get(responder.provider, len(number)),
        )
        for responder in duty
        for piece in responder.pieces
    ]
    return Pieces(*np.array(rows, np.int64).reshape(-1, len(fields(Pieces))).T)


def meeting(found: Pieces, span: Span, provider: int) -> Pieces:
    """Return the pieces within ``span`` of those who answer for ``provider`` (-1: any)."""
    wanted = (found.end > span.earliest) & (found.start < span.latest)
    if provider != ANYBODY:
        wanted &= (found.answers_for == provider) | (found.answers_for == ANYBODY)
    return found.only(wanted)


def chances(watch: Watch, found: Pieces, travel: TravelMatrices) -> Chances:
    """Return what the pieces in ``found`` mean for ``watch``."""
    home = travel.row[watch.place]
    to_home = np.stack([seconds[:, home] for seconds in travel.seconds.values()]).astype(np.int64)
    if watch.key is not None:
        key = travel.row[watch.key]
        to_key = np.stack([seconds[:, key] for seconds in travel.seconds.values()])
        to_home = to_key + to_home[:, [key]]
    until = found.shift_end + grace(watch.service)
    road = to_home[found.mode, found.place]
    return Chances(found.start, found.end, found.ready, road, until)


def covered(found: Chances, limit: int) -> tuple[Int64, Int64]:
    """Return when each piece reaches its client within ``limit``: from (included), to (not)."""
    start, end, ready, road, latest = found.start, found.end, found.ready, found.road, found.until
    at_once = ready == AT_ONCE
    begins = np.where(at_once, start, np.maximum(start, ready + road - limit))
    in_time = np.where(at_once, road <= limit, ready + road <= latest)
    ends = np.where(at_once, np.minimum(end, latest - road + 1), end)
    return begins, np.where(in_time, ends, begins)


def uncovered(found: Chances, span: Span, limit: int) -> tuple[Span, ...]:
    """Return when nobody reaches the client within ``limit`` seconds of a call in ``span``.

    In order; each from its earliest (included) to its latest (not included) second.
    """
    begins, ends = covered(found, limit)
    begins, ends = np.maximum(begins, span.earliest), np.minimum(ends, span.latest)
    some = begins < ends
    order = np.argsort(begins[some], kind="stable")
    begins, ends = begins[some][order], np.maximum.accumulate(ends[some][order])
    open_from = np.concatenate([[span.earliest], ends])
    open_to = np.concatenate([begins, [span.latest]])
    left = open_from < open_to
    pairs = zip(open_from[left].tolist(), open_to[left].tolist(), strict=True)
    return tuple(Span(Instant(one), Instant(other)) for one, other in pairs)


def worst(found: Chances, span: Span) -> tuple[Instant, Seconds | None]:
    """Return the call in ``span`` after which it takes longest to the door, and how long.

    The first such second; ``None`` where nobody would come at all. The longest time is the least
    limit that leaves nothing uncovered, found by halving.
    """
    waits = np.where(found.ready == AT_ONCE, 0, found.ready - found.start)
    longest = int(np.max(waits + found.road, initial=0))
    high, low = min(_FIRST_GUESS, longest), -1
    near = _within(found, high)
    while left := uncovered(near, span, high):
        if high == longest:
            return left[0].earliest, None
        low, high = high, min(2 * high, longest)
        near = _within(found, high)
    while high - low > 1:  # low leaves something uncovered, high nothing
        middle = (low + high) // 2
        if uncovered(near, span, middle):
            low = middle
        else:
            high = middle
    at = uncovered(near, span, low)[0].earliest if low >= 0 else span.earliest
    return at, Seconds(high)


def _within(found: Chances, seconds: int) -> Chances:
    """Return those who are not further away than ``seconds``: nobody else is there sooner."""
    close = found.road <= seconds
    return Chances(*(getattr(found, field.name)[close] for field in fields(found)))
