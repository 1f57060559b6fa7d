"""Households that are visited together: their visits of one call are one visit (H24, H25)."""

from collections.abc import Iterator, Mapping, Sequence
from itertools import chain

from planner.calendar.clock import day_of, instant
from planner.calendar.errands import Errand, days_of, visit_id
from planner.model.case import Case
from planner.model.clients import Household, HouseholdMode
from planner.model.units import VisitId

Bundles = Mapping[VisitId, tuple[Errand, ...]]
"""The errands of each visit."""


def joined(case: Case, bundles: Bundles) -> Bundles:
    """Return ``bundles`` with the visits of households together joined, the first client's first.

    What is done alone or elsewhere is not joined. On a day when one of the household is away or
    turns the visit down, everybody has a visit of their own.
    """
    found = dict(bundles)
    labels = sorted({errand.service.visit for row in bundles.values() for errand in row})
    for household in case.households:
        if household.mode is HouseholdMode.TOGETHER:
            for row in _shared(case, household, bundles, labels):
                found[row[0]] = tuple(chain.from_iterable(found.pop(name) for name in row))
    return {name: found[name] for name in sorted(found)}


def _shared(
    case: Case, household: Household, bundles: Bundles, labels: Sequence[str]
) -> Iterator[list[VisitId]]:
    """Yield the visits that become one, in the household's order."""
    down = {row.visit for row in case.cancellations}
    away = {
        (row.client, day)
        for row in case.client_absences
        for day in days_of(case.horizon)
        if day_of(instant(row.start)) <= day <= day_of(instant(row.end))
    }
    for day in days_of(case.horizon):
        if any((client, day) in away for client in household.clients):
            continue
        for label in labels:
            row = [visit_id(client, day, label) for client in household.clients]
            own = [name for name in row if name in bundles]
            homes = {bundles[name][0].client.place for name in own}
            if len(own) > 1 and len(homes) == 1 and not down & {*own}:
                yield own
