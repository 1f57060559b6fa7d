"""What a month document shows to be done already, for the deadlines of its unit."""

from collections.abc import Iterator
from datetime import date, datetime

from planner.pay.deadlines.due import on_day
from planner.pay.deadlines.facts import Done
from planner.pay.model.month import Month
from planner.pay.model.orders import MonthOrder


def done_in(month: Month) -> Iterator[Done]:
    """Yield what the rows of ``month`` show to be done, and when."""
    for answer in month.answers:
        if answer.reported is not None:
            yield Done(deadline="H26", about=answer.record, at=answer.reported)
    yield from _orders(month)
    yield from _changes_and_contacts(month)
    yield from _plans(month)


def order_name(order: MonthOrder) -> str:
    """Return the id of one version of an order."""
    return order.id if order.version == 1 else f"{order.id}/{order.version}"


def _orders(month: Month) -> Iterator[Done]:
    """Yield the orders that were received and confirmed."""
    for order in month.orders:
        if order.received is not None:
            yield Done(deadline="B09", about=order_name(order), at=order.received)
        if order.confirmed is not None:
            for deadline in ("U09", "B10"):
                yield Done(deadline=deadline, about=order_name(order), at=order.confirmed)


def _changes_and_contacts(month: Month) -> Iterator[Done]:
    """Yield the changes of provider carried out and the contacts named."""
    for change in month.provider_changes:
        yield Done(deadline="U21", about=change.id, at=_in_the_course_of(change.day))
    for row in month.contacts:
        for deadline, day in (("L09", row.named), ("L10", row.changed)):
            if day is not None:
                yield Done(deadline=deadline, about=row.client, at=_in_the_course_of(day))


def _plans(month: Month) -> Iterator[Done]:
    """Yield the first care plans that were sent and approved."""
    for plan in month.care_plans:
        if plan.revision:
            continue
        if plan.sent is not None:
            yield Done(deadline="U35", about=plan.client, at=plan.sent)
        if plan.approved_by_client is not None:
            for deadline in ("U87", "L12"):
                yield Done(deadline=deadline, about=plan.client, at=plan.approved_by_client)


def _in_the_course_of(day: date) -> datetime:
    """Return the last moment of ``day``, by which what was done that day was done."""
    return on_day(day).at
