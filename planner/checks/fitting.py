"""Who on duty could take a visit: skills, avoided caregivers, and time within the shift."""

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass

from planner.model.staff import Caregiver
from planner.model.units import CaregiverId, Instant
from planner.model.visits import Span, Turn, Visit


@dataclass(frozen=True, slots=True)
class Candidate:
    """A caregiver on duty."""

    caregiver: Caregiver
    turn: Turn


def is_able(visit: Visit, caregiver: Caregiver, avoid: frozenset[CaregiverId]) -> bool:
    """Say whether ``caregiver`` has what ``visit`` needs and is not avoided by the client."""
    return (
        visit.skills.issubset(caregiver.skills)
        and visit.delegations.issubset(caregiver.delegations)
        and caregiver.id not in avoid
    )


def starts_for(visit: Visit, candidates: Sequence[Candidate], avoid: frozenset[CaregiverId]) -> int:
    """Return how many seats of ``visit`` (0, 1 or 2) the candidates can take at one start.

    Only skills, avoidance and working time count, not what else they have to do.
    """
    firsts = (
        (row, span)
        for row in candidates
        if (span := _start(visit, row.turn, 0, visit.duration))
        and is_able(visit, row.caregiver, avoid)
    )
    seats = 0
    for row, span in firsts:
        if visit.second is None:
            return 1
        seats = 1
        others = (other for other in candidates if is_able(visit, other.caregiver, avoid))
        if any(_seconds(visit, others, row, span)):
            return 2
    return seats


def _seconds(
    visit: Visit, able: Iterable[Candidate], first: Candidate, span: Span
) -> Iterator[bool]:
    """Yield, for each other caregiver, whether they can join ``first`` at a start in ``span``."""
    seat = visit.second
    for row in able:
        if seat and row.caregiver.id != first.caregiver.id:
            other = _start(visit, row.turn, seat.offset, seat.duration)
            yield other is not None and (
                max(span.earliest, other.earliest) <= min(span.latest, other.latest)
            )


def _start(visit: Visit, turn: Turn, offset: int, duration: int) -> Span | None:
    """Return when ``visit`` may start for a seat with this offset and length within ``turn``."""
    earliest = max(visit.window.earliest, turn.start - offset)
    latest = min(visit.window.latest, turn.end - offset - duration)
    return Span(Instant(earliest), Instant(latest)) if earliest <= latest else None
