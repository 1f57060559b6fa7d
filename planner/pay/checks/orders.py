"""Orders: versions that differ, dates that fit each other, services in one order only."""

from collections.abc import Iterator

from planner.model.findings import Fault
from planner.pay.checks.codes import PayCode, PayHint
from planner.pay.checks.report import error
from planner.pay.checks.subject import MonthSubject
from planner.pay.model.orders import MonthOrder
from planner.pay.steps.days import day_of


def order_versions(subject: MonthSubject) -> Iterator[Fault]:
    """Yield versions that stand there twice, and orders of more than one client."""
    seen: set[tuple[str, int]] = set()
    for number, order in enumerate(subject.month.orders):
        if len(subject.clients_of_orders[order.id]) > 1:
            code, hint = PayCode.ORDER_OF_TWO_CLIENTS, PayHint.RENAME
            yield error(code, ("orders", number, "id"), order.id, hint)
        elif (order.id, order.version) in seen:
            code, hint = PayCode.ORDER_VERSION_TWICE, PayHint.RENAME
            yield error(code, ("orders", number, "version"), order.version, hint, order=order.id)
        seen.add((order.id, order.version))


def order_dates(subject: MonthSubject) -> Iterator[Fault]:
    """Yield orders that end before they start, or are executed or ended before that."""
    for number, order in enumerate(subject.month.orders):
        yield from _dates(number, order)


def order_services(subject: MonthSubject) -> Iterator[Fault]:
    """Yield services of a client that stand in two orders: no visit could tell which."""
    home: dict[tuple[str, str], str] = {}
    for number, order in enumerate(subject.month.orders):
        for position, service in enumerate(order.services):
            first = home.setdefault((order.client, service.id), order.id)
            if first != order.id:
                where = ("orders", number, "services", position, "id")
                code, hint = PayCode.SERVICE_IN_TWO_ORDERS, PayHint.RENAME
                yield error(code, where, service.id, hint, first=first)


def _dates(number: int, order: MonthOrder) -> Iterator[Fault]:
    """Yield what is wrong with the dates of one version."""
    hint, start = PayHint.CHECK_ORDER, order.start
    if order.end is not None and order.end < start:
        where = ("orders", number, "end")
        yield error(PayCode.END_BEFORE_START, where, order.end, hint, start=start)
    if order.execution is not None and order.execution < start:
        code, where = PayCode.EXECUTION_BEFORE_ORDER, ("orders", number, "execution")
        yield error(code, where, order.execution, hint, start=start)
    if order.ending is not None:
        need_ends = order.ending.need_ends or day_of(order.ending.told)
        if need_ends < start:
            code, where = PayCode.ENDING_BEFORE_ORDER, ("orders", number, "ending")
            yield error(code, where, need_ends, hint, start=start)
