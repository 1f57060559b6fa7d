"""Seats whose start lies within a span for one reason or another: what such rules share."""

from collections.abc import Callable, Iterator

from planner.model.findings import Finding
from planner.model.instance import Instance
from planner.model.plan import Plan
from planner.model.units import Instant
from planner.model.visits import Seat, Span, Visit
from planner.rules.ids import RuleId
from planner.rules.reading import placements
from planner.rules.saying import fault, who
from planner.rules.terms import StartWithin

Bounds = Callable[[Visit], Span | None]
"""From when to when a visit may start; ``None`` where a rule says nothing of it."""


def start_within(instance: Instance, bounds: Bounds) -> Iterator[StartWithin]:
    """Bound the start of seat 1 of every visit that has bounds; the second seat follows it."""
    for visit in instance.demand.visits:
        span = bounds(visit)
        if span is not None:
            yield StartWithin(Seat(visit.id), span)


def starts_outside(
    rule: RuleId, instance: Instance, plan: Plan, bounds: Bounds
) -> Iterator[Finding]:
    """Yield a fault for each visit whose first seat starts outside its bounds."""
    for placement in placements(instance, plan):
        span = bounds(placement.visit) if placement.seat.number == 1 else None
        if span is not None and not span.earliest <= placement.start <= span.latest:
            yield fault(rule, start=placement.start, **_named(span), **who(placement))


def _named(span: Span) -> dict[str, Instant]:
    return {"earliest": span.earliest, "latest": span.latest}
