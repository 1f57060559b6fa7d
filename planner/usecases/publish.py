"""Publish a proposal: a version that people work by, and its planned time handed over."""

from collections.abc import Callable
from dataclasses import dataclass
from datetime import datetime
from typing import Protocol

from planner.model.case import Case
from planner.model.plan import Plan, PlanStatus
from planner.pay.feedback import TimeRow, time_rows
from planner.pay.forecast.from_plan import planned_visits


class PublishStore(Protocol):
    """Keeps plans with their cases, and planned time that was handed over."""

    def stored(self, plan: str) -> tuple[Plan, Case, float]:
        """Return the plan named ``plan``, its case and how many hard faults it has."""
        ...

    def publish(
        self, version: Plan, rows: tuple[TimeRow, ...], reason: str, now: datetime
    ) -> tuple[TimeRow, ...]:
        """Store ``version`` beside its parent and hand over ``rows``, both or neither.

        Return the rows that are new or changed.
        """
        ...


class HardFaultsError(ValueError):
    """A plan with hard faults is not published."""

    def __init__(self, plan: str, count: int) -> None:
        """Note the plan and the number of its hard faults."""
        super().__init__(f"the plan {plan} has {count} hard faults; plan anew, or choose another")
        self.plan = plan
        self.count = count


@dataclass(frozen=True, slots=True)
class Published:
    """The published version, and the rows of planned time that were new or changed."""

    plan: Plan
    rows: tuple[TimeRow, ...]


def publish(
    plan: str,
    store: PublishStore,
    *,
    identify: Callable[[Plan], Plan],
    reason: str,
    now: datetime,
) -> Published:
    """Publish the stored proposal ``plan``; what was handed over before is never overwritten.

    A published version has the proposal as its parent and an id from ``identify``. Publishing
    again changes nothing. Raises ``HardFaultsError``, and ``StoreError`` for an unknown plan.
    """
    proposal, case, hard = store.stored(plan)
    if hard:
        raise HardFaultsError(plan, int(hard))
    version = proposal
    if proposal.status is PlanStatus.PROPOSED:
        changes = {"status": PlanStatus.PUBLISHED, "parent": proposal.id, "created": now}
        version = identify(proposal.model_copy(update=changes))
    rows = time_rows(planned_visits(case, version))
    return Published(version, store.publish(version, rows, reason, now))
