"""What everybody on the alarm duty list is doing at every second, read from a plan."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass, replace

from planner.alarm.watches import responders
from planner.model.instance import Instance
from planner.model.places import TravelMode
from planner.model.plan import Plan, Round, Stop, StopKind
from planner.model.units import Instant, PlaceId, ProviderId, VisitId
from planner.model.visits import Turn
from planner.rules.reading import instant, known_rounds, legs


@dataclass(frozen=True, slots=True)
class Piece:
    """From ``start`` (included) to ``end`` (not included) somebody sets out from ``place``.

    At once, or at ``ready`` where the rest of something comes first: of a road, of a break, of
    a visit that may not be interrupted.
    """

    start: Instant
    end: Instant
    place: PlaceId
    ready: Instant | None


@dataclass(frozen=True, slots=True)
class Responder:
    """Somebody on the alarm duty list: a shift's pieces in order, and for whom it answers."""

    provider: ProviderId | None
    mode: TravelMode
    shift_end: Instant
    pieces: tuple[Piece, ...]


def whereabouts(instance: Instance, plan: Plan) -> tuple[Responder, ...]:
    """Return what the caregivers on alarm duty do in the rounds of ``plan``.

    A caregiver sets out for the next stop as soon as one is done, and waits there. Outside the
    shift nobody is on duty, whatever the round says. A shift without a round answers nothing.
    """
    duty = responders(instance)
    return tuple(
        Responder(
            provider=duty[round_.shift],
            mode=round_.mode,
            shift_end=instance.turns[round_.shift].end,
            pieces=tuple(_within(_pieces(instance, round_), instance.turns[round_.shift])),
        )
        for round_ in known_rounds(instance, plan)
        if round_.shift in duty
    )


def _within(pieces: Iterable[Piece], turn: Turn) -> Iterator[Piece]:
    """Yield the parts of ``pieces`` that lie in the working time ``turn``."""
    for piece in pieces:
        start, end = max(piece.start, turn.start), min(piece.end, turn.end)
        if start < end:
            yield replace(piece, start=start, end=end)


def _pieces(instance: Instance, round_: Round) -> Iterator[Piece]:
    shift, turn = instance.shifts[round_.shift], instance.turns[round_.shift]
    here = shift.start_place
    for leg in legs(instance, round_):
        arrives = Instant(leg.leaves + leg.seconds)
        if leg.stop is None:
            yield Piece(leg.leaves, arrives, shift.end_place, arrives)
            yield Piece(arrives, turn.end, shift.end_place, None)
            return
        here = leg.stop.place or here
        starts, ends = instant(leg.stop.start), instant(leg.stop.end)
        yield Piece(leg.leaves, arrives, here, arrives)
        yield Piece(arrives, starts, here, None)
        yield Piece(starts, ends, here, ends if is_held(instance, leg.stop) else None)


def is_held(instance: Instance, stop: Stop) -> bool:
    """Tell whether nobody leaves ``stop`` for an alarm: a break, or what may not be interrupted.

    A break is the caregiver's own time (Arbetstidslagen 15 §); meetings and hand-overs are left.
    """
    if stop.kind is StopKind.VISIT:
        visit = instance.visits.get(VisitId(stop.id))
        return visit is not None and visit.uninterruptible
    return stop.kind is StopKind.BREAK
