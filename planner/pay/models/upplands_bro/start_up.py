"""Start-up pay for the implementation plan of a new case (U35-U43)."""

import calendar
from collections.abc import Iterator
from dataclasses import replace
from datetime import date

from planner.model.units import Seconds
from planner.pay.lines import Line, Source, Status
from planner.pay.model.events import CarePlan, ProviderChange
from planner.pay.model.kinds import SERVICE_ONLY, ChangeKind, Insats
from planner.pay.models.upplands_bro.desk import Desk
from planner.pay.models.upplands_bro.prices import START_UP
from planner.pay.reasons import Reason
from planner.pay.steps.days import day_of

_NO_CARE = frozenset({Insats.CARE_PLAN, Insats.MENU})
"""What an order may list that is neither care nor service: registering the plan, the menu."""


def registered_plans(desk: Desk) -> Iterator[CarePlan]:
    """Yield a care plan for each visit that registers one (U41) without any plan told of.

    When it reached biståndsenheten is not known, so its start-up pay waits (U36).
    """
    told = {plan.client for plan in desk.account.care_plans}
    seen: set[str] = set()
    for visit in desk.account.performed:
        kinds = {
            ordered.service.kind
            for name in visit.services
            if (ordered := desk.ordered(visit.client, name, day_of(visit.start))) is not None
        }
        if Insats.CARE_PLAN in kinds and visit.client not in told | seen:
            seen.add(visit.client)
            yield CarePlan(id=visit.id, client=visit.client, registered=day_of(visit.start))


def start_up_lines(desk: Desk, plan: CarePlan) -> Iterator[Line]:
    """Yield the line of ``plan`` if it belongs to the month.

    That is the month in which it reached biståndsenheten, or else in which it was registered; a
    plan not yet sent waits.
    """
    day = day_of(plan.sent) if plan.sent else plan.registered
    if day is not None and not desk.holds(day):
        return
    base = Line(
        source=Source.CARE_PLAN,
        record=plan.id,
        client=plan.client,
        day=day or desk.account.period.last,
        status=Status.DENIED,
        reason=Reason.START_UP,
        rules=("U36",),
        reference=desk.reference(plan.client),
        time=Seconds(desk.settings.start_up),
        price=START_UP.name,
    )
    refusal = _refusal(desk, plan, base.day)
    if refusal is not None:
        reason, rules = refusal
        yield replace(base, reason=reason, rules=rules)
    elif plan.sent is None:
        yield replace(base, status=Status.PENDING, reason=Reason.START_UP_NOT_SENT)
    else:
        rules = ("U36", "U38", "U41")
        yield replace(base, status=Status.SURE, rules=rules, count=1)


def _refusal(desk: Desk, plan: CarePlan, day: date) -> tuple[Reason, tuple[str, ...]] | None:
    """Return why ``plan`` gives no start-up pay, if so."""
    change = _last_change(desk, plan, day)
    if plan.revision:
        return Reason.START_UP_REVISION, ("U37",)
    if not plan.consent:
        return Reason.START_UP_NO_CONSENT, ("U43",)
    if _service_only(desk, plan):
        return Reason.START_UP_SERVICE_ONLY, ("U37", "U40")
    if change is not None and _returned_soon(change, desk.settings.return_months):
        return Reason.START_UP_RETURN, ("U39",)
    return None


def _last_change(desk: Desk, plan: CarePlan, day: date) -> ProviderChange | None:
    """Return how ``plan``'s client last came to this provider, up to ``day``."""
    own = [
        change
        for change in desk.account.provider_changes
        if change.client == plan.client and change.kind is not ChangeKind.LEFT and change.day <= day
    ]
    return max(own, key=lambda change: (change.day, change.id), default=None)


def _service_only(desk: Desk, plan: CarePlan) -> bool:
    """Say whether the client has nothing but serviceinsatser (U40)."""
    kinds = {
        service.kind
        for order in desk.account.orders
        if order.client == plan.client
        for service in order.services
    }
    own = kinds - _NO_CARE
    return bool(own) and own <= SERVICE_ONLY


def _returned_soon(change: ProviderChange, months: int) -> bool:
    """Say whether the client came back within ``months`` of leaving (U39)."""
    if change.last_left is None:
        return False
    return change.day <= _months_after(change.last_left, months)


def _months_after(day: date, months: int) -> date:
    """Return the same day ``months`` later, or the last day of that month."""
    number = day.month - 1 + months
    year, month = day.year + number // 12, number % 12 + 1
    return date(year, month, min(day.day, calendar.monthrange(year, month)[1]))
