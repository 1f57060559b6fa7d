"""The common shape of rules about who may come: a visit has a need, a caregiver meets it or not."""

from collections.abc import Callable, Hashable, Iterator
from functools import cache
from typing import TypeVar

from planner.model.findings import Finding
from planner.model.instance import Instance
from planner.model.plan import Plan
from planner.model.staff import Caregiver
from planner.model.units import CaregiverId
from planner.model.visits import Visit
from planner.rules.ids import RuleId
from planner.rules.reading import placements
from planner.rules.saying import fault, who
from planner.rules.terms import Forbid

Need = TypeVar("Need", bound=Hashable)


def forbids(
    instance: Instance,
    need: Callable[[Visit], Need | None],
    meets: Callable[[Caregiver, Need], bool],
) -> Iterator[Forbid]:
    """Yield a ``Forbid`` for every seat whose need somebody on the staff does not meet.

    A visit without a need (``None``, or an empty collection) is open to everybody.
    """

    @cache
    def lacking(asked: Need) -> frozenset[CaregiverId]:
        staff = instance.case.caregivers
        return frozenset(person.id for person in staff if not meets(person, asked))

    for seat in instance.seats:
        asked = need(instance.visits[seat.visit])
        if asked and lacking(asked):
            yield Forbid(seat, lacking(asked))


def misfits(
    rule: RuleId,
    instance: Instance,
    plan: Plan,
    need: Callable[[Visit], Need | None],
    meets: Callable[[Caregiver, Need], bool],
) -> Iterator[Finding]:
    """Yield a fault for every seat that is taken by somebody who does not meet its need."""
    for placement in placements(instance, plan):
        asked = need(placement.visit)
        person = instance.caregivers.get(placement.caregiver)
        if asked and person is not None and not meets(person, asked):
            yield fault(rule, **who(placement))
