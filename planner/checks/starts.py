"""Orders that begin by a deadline: is there a visit that can keep it."""

from collections.abc import Iterator
from datetime import timedelta

from planner.calendar.clock import day_start, moment
from planner.calendar.errands import days_of
from planner.calendar.starts import first_visits, start_by
from planner.checks.codes import Code, Hint
from planner.checks.report import warning
from planner.checks.subject import Subject
from planner.model.findings import Fault


def late_starts(subject: Subject) -> Iterator[Fault]:
    """Yield orders whose first visit cannot start by the deadline (U06, U07, B16, B17)."""
    numbers = {order.id: number for number, order in enumerate(subject.case.orders)}
    ends = day_start(days_of(subject.case.horizon)[-1] + timedelta(days=1))
    for order, visit in first_visits(subject.case, subject.demand.visits, subject.bundles):
        due = start_by(order)
        if due is None or due >= ends:
            continue
        if visit is None or visit.window.earliest > due:
            yield warning(
                Code.ORDER_STARTS_LATE,
                ("orders", numbers[order.id], "received"),
                order.received,
                Hint.ADD_EARLIER_VISIT,
                client=order.client,
                due=moment(due),
            )
