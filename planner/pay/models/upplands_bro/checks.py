"""Faults that only Upplands-Bro's rules know of."""

from collections.abc import Iterator

from planner.model.findings import Fault
from planner.pay.checks.codes import PayCode, PayHint
from planner.pay.checks.report import warning
from planner.pay.checks.subject import MonthSubject
from planner.pay.model.kinds import Insats, Role
from planner.pay.steps.overlap import length


def double_not_in_order(subject: MonthSubject) -> Iterator[Fault]:
    """Warn of double staffing that no order text has: unpaid staff time (U69, U71)."""
    for number, visit in enumerate(subject.month.performed):
        if visit.role is Role.DOUBLE and not any(
            order.double_in_text for order in subject.orders.get(visit.client, ())
        ):
            where = ("performed", number, "role")
            code, hint = PayCode.DOUBLE_NOT_IN_ORDER, PayHint.ASK_CASE_OFFICER
            yield warning(code, where, visit.role, hint, seconds=length(visit))


def plan_not_registered(subject: MonthSubject) -> Iterator[Fault]:
    """Warn of new care plans without their visit of 0 minutes (U41)."""
    seen = {
        visit.client
        for visit in subject.month.performed
        for order in subject.orders.get(visit.client, ())
        for service in order.services
        if service.kind is Insats.CARE_PLAN and service.id in visit.services
    }
    for number, plan in enumerate(subject.month.care_plans):
        if not plan.revision and plan.registered is None and plan.client not in seen:
            code, hint = PayCode.PLAN_NOT_REGISTERED, PayHint.REGISTER_PLAN
            yield warning(code, ("care_plans", number, "registered"), None, hint)
