"""Faults that only Botkyrka's rules know of: how orders are executed (B07, B11, B13)."""

from collections.abc import Iterator
from datetime import date

from planner.model.findings import Fault
from planner.pay.checks.codes import PayCode, PayHint
from planner.pay.checks.report import warning
from planner.pay.checks.subject import MonthSubject
from planner.pay.model.orders import MonthOrder
from planner.pay.steps.days import day_of


def not_executed(subject: MonthSubject) -> Iterator[Fault]:
    """Warn of orders that began this month with neither an execution date nor a visit (B13)."""
    for number, order in enumerate(subject.month.orders):
        if _waits(subject, order) and order.start >= subject.month.first:
            code, hint = PayCode.EXECUTION_MISSING, PayHint.GIVE_EXECUTION
            yield warning(code, ("orders", number, "execution"), None, hint)


def executed_too_early(subject: MonthSubject) -> Iterator[Fault]:
    """Warn of an execution date before the first performed visit of the month (B11)."""
    for number, order in enumerate(subject.month.orders):
        written = order.execution
        first = min(_visit_days(subject, order), default=None)
        if written is None or first is None or written < subject.month.first:
            continue
        if written < first:
            code, hint = PayCode.EXECUTION_BEFORE_VISIT, PayHint.GIVE_EXECUTION
            yield warning(code, ("orders", number, "execution"), written, hint, first=first)


def out_of_turn(subject: MonthSubject) -> Iterator[Fault]:
    """Warn of orders that wait while a later received one is executed (B07)."""
    orders = [order for order in subject.month.orders if order.received is not None]
    done = [order.received for order in orders if not _waits(subject, order)]
    latest = max((moment for moment in done if moment is not None), default=None)
    for number, order in enumerate(subject.month.orders):
        if order.received is None or latest is None or not _waits(subject, order):
            continue
        if order.received < latest:
            code, hint = PayCode.OLDER_ORDER_WAITS, PayHint.GIVE_EXECUTION
            yield warning(code, ("orders", number, "received"), order.received, hint)


def _waits(subject: MonthSubject, order: MonthOrder) -> bool:
    """Say whether ``order`` is not executed as far as the month tells."""
    begun = order.execution is not None or order.start < subject.month.first
    return not begun and not any(True for _ in _visit_days(subject, order))


def _visit_days(subject: MonthSubject, order: MonthOrder) -> Iterator[date]:
    """Yield the days of the performed visits with a service of ``order``."""
    services = {service.id for service in order.services}
    for visit in subject.performed.get(order.client, ()):
        if not services or services & set(visit.services):
            yield day_of(visit.start)
