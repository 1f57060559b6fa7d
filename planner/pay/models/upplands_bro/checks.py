"""Faults that only Upplands-Bro's rules know of."""

from collections.abc import Iterator

from planner.model.findings import Fault
from planner.pay.checks.codes import PayCode, PayHint
from planner.pay.checks.report import warning
from planner.pay.checks.subject import MonthSubject
from planner.pay.model.kinds import Role
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
