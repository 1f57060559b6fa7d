"""Orders and services: dates that fit each other, rules that can be read, double staffing."""

from collections.abc import Iterator

from planner.calendar.errands import SPLIT_BETWEEN_TWO
from planner.calendar.recurrence import problem_of
from planner.calendar.staffing import in_order, is_one_stretch
from planner.checks.codes import Code, Hint
from planner.checks.report import error, warning
from planner.checks.shape import Steps
from planner.checks.subject import Subject
from planner.model.findings import Fault
from planner.model.orders import DoublePart, Order, Service


def order_dates(subject: Subject) -> Iterator[Fault]:
    """Yield orders that end before they start, and services outside their order's days."""
    for number, order in enumerate(subject.case.orders):
        if order.end is not None and order.end < order.start:
            yield error(
                Code.ORDER_ENDS_BEFORE_START,
                ("orders", number, "end"),
                order.end,
                Hint.SWAP_DATES,
                start=order.start,
            )
    for steps, order, service in subject.services():
        first = service.recurrence.first
        if order.end is not None and order.start <= order.end < first:
            where = (*steps, "recurrence", "first")
            yield error(Code.SERVICE_OUTSIDE_ORDER, where, first, Hint.CHECK_DATES, end=order.end)


def recurrences(subject: Subject) -> Iterator[Fault]:
    """Yield recurrence rules that cannot be read."""
    for steps, _, service in subject.services():
        hint = problem_of(service.recurrence)
        if hint is not None:
            rule = service.recurrence.rule[:60]
            yield error(Code.RECURRENCE_UNREADABLE, (*steps, "recurrence", "rule"), rule, hint)


def double_staffing(subject: Subject) -> Iterator[Fault]:
    """Yield double staffing that is not granted, is none, or has no sensible length."""
    for steps, order, service in subject.services():
        if service.double.part is not DoublePart.NONE:
            yield from _double(order, service, (*steps, "double"))


def double_stretches(subject: Subject) -> Iterator[Fault]:
    """Yield visits where a second caregiver has to wait between two shared parts; each once."""
    told = set()
    for errands in subject.bundles.values():
        ordered = in_order(errands)
        services = tuple(errand.service.id for errand in ordered)
        if services in told or is_one_stretch(ordered):
            continue
        told.add(services)
        where = (*subject.service_steps[services[0]], "double", "part")
        part = ordered[0].service.double.part
        yield warning(Code.DOUBLE_PARTS_APART, where, part, Hint.SPLIT_VISIT, services=services)


def _double(order: Order, service: Service, steps: Steps) -> Iterator[Fault]:
    """Yield what is wrong with the double staffing of one service."""
    part, length = service.double.part, service.double.duration
    if service.kind in SPLIT_BETWEEN_TWO:
        yield warning(Code.DOUBLE_CLEANING, (*steps, "part"), part, Hint.HALVE_DURATION)
    elif not order.double_in_text:
        yield warning(
            Code.DOUBLE_NOT_IN_ORDER_TEXT,
            (*steps, "part"),
            part,
            Hint.ASK_CASE_OFFICER,
            order=order.id,
        )
    if part in (DoublePart.FIRST, DoublePart.LAST) and length is None:
        yield error(Code.DOUBLE_WITHOUT_DURATION, (*steps, "duration"), None, Hint.GIVE_DURATION)
    if length is not None and length > service.duration:
        yield error(
            Code.DOUBLE_LONGER_THAN_SERVICE,
            (*steps, "duration"),
            length,
            Hint.SHORTEN_PART,
            limit=service.duration,
        )
