"""Visits of which one starts at least so many seconds after the other: what such rules share."""

from collections.abc import Iterable, Iterator

from planner.model.findings import Finding
from planner.model.instance import Instance
from planner.model.plan import Plan
from planner.model.visits import Gap, Seat
from planner.rules.ids import RuleId
from planner.rules.reading import by_seat
from planner.rules.saying import fault, who
from planner.rules.terms import AtLeastApart


def keep_apart(gaps: Iterable[Gap]) -> Iterator[AtLeastApart]:
    """Keep the first seats of both visits apart."""
    for gap in gaps:
        yield AtLeastApart(Seat(gap.before), Seat(gap.after), gap.seconds)


def too_close(
    rule: RuleId, instance: Instance, plan: Plan, gaps: Iterable[Gap]
) -> Iterator[Finding]:
    """Yield a fault for each gap that is too short; an unplaced visit breaks none."""
    placed = by_seat(instance, plan)
    for gap in gaps:
        before, after = placed.get(Seat(gap.before)), placed.get(Seat(gap.after))
        if before is None or after is None:
            continue
        missing = before.start + gap.seconds - after.start
        if missing > 0:
            yield fault(rule, seconds=missing, before=gap.before, **who(after))
