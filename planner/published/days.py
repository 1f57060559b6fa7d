"""What is published for each day: of several plans the one published last speaks for a client.

A district that was published whole, then again, and a team that was published by itself, may all
have plans for the same day. The newest plan of a unit takes the place of its older ones, and where
units overlap the newest one speaks for the clients that it has.
"""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import date

from planner.calendar.demand import expand
from planner.model.case import Case, Horizon
from planner.model.plan import Plan, Round, Stop, StopKind
from planner.model.units import ClientId, VisitId
from planner.model.visits import Visit
from planner.published.ports import PublishedPlan, PublishedPlans


@dataclass(frozen=True)
class PublishedDays:
    """The published rounds, and the visits in them as they were when published.

    A shift stands in one round at most. Breaks and duties stay in the rounds.
    """

    rounds: tuple[Round, ...]
    visits: Mapping[VisitId, Visit]


def speaking(rows: Iterable[PublishedPlan], days: Sequence[date]) -> Mapping[str, tuple[date, ...]]:
    """Return for each plan that still speaks the days it speaks of; ``rows`` newest first."""
    taken: set[tuple[str, date]] = set()
    found: dict[str, tuple[date, ...]] = {}
    for row in rows:
        own = tuple(day for day in days if row.covers(day) and (row.unit, day) not in taken)
        taken.update((row.unit, day) for day in own)
        if own:
            found[row.plan] = own
    return found


def published_days(municipality: str, plans: PublishedPlans, days: Sequence[date]) -> PublishedDays:
    """Return what is published in ``municipality`` for ``days``, which are in order."""
    if not days:
        return PublishedDays((), {})
    rows = plans.published_plans(municipality, days[0], days[-1])
    taken: set[tuple[ClientId, date]] = set()
    rounds: dict[str, Round] = {}
    visits: dict[VisitId, Visit] = {}
    for name, own in speaking(rows, days).items():
        plan, case, _ = plans.stored(name)
        known = {row.id: row for row in _visits(case, own) if (row.client, row.day) not in taken}
        for round_ in _rounds(plan, own, known):
            rounds.setdefault(round_.shift, round_)
        visits = known | visits
        taken.update((client.id, day) for client in case.clients for day in own)
    return PublishedDays(tuple(rounds[shift] for shift in sorted(rounds)), visits)


def _visits(case: Case, days: Sequence[date]) -> Iterator[Visit]:
    """Yield the visits of ``case`` on ``days``."""
    span = Horizon(first=days[0], days=(days[-1] - days[0]).days + 1)
    own = frozenset(days)
    for visit in expand(case.model_copy(update={"horizon": span})).visits:
        if visit.day in own:
            yield visit


def _rounds(plan: Plan, days: Sequence[date], known: Mapping[VisitId, Visit]) -> Iterator[Round]:
    """Yield the rounds of ``days`` with their known visits, breaks and duties."""

    def stays(stop: Stop) -> bool:
        return stop.kind is not StopKind.VISIT or stop.id in known

    own = frozenset(days)
    for round_ in plan.rounds:
        if round_.day in own:
            stops = tuple(stop for stop in round_.stops if stays(stop))
            yield round_.model_copy(update={"stops": stops})
