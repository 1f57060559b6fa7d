"""Meal boxes (U46, U64-U67, U91, U94, U95, U97)."""

from collections.abc import Iterator
from dataclasses import replace
from datetime import date, timedelta

from planner.pay.lines import Line, Source, Status
from planner.pay.model.kinds import Away
from planner.pay.model.meals import MealRow
from planner.pay.models.upplands_bro.desk import Desk
from planner.pay.models.upplands_bro.prices import BOX
from planner.pay.reasons import Reason
from planner.pay.steps.days import day_of


def meal_lines(desk: Desk, row: MealRow) -> Iterator[Line]:
    """Yield the line of ``row``: boxes delivered are paid and billed, on the day of delivery.

    The stop itself takes no paid time. Boxes that never came are billed to the client when they
    were cancelled too late, or fall in the first days of a hospital stay.
    """
    day = row.delivered or row.ordered_for
    if day is None or not desk.holds(day):
        return
    base = Line(
        source=Source.MEAL,
        record=row.id,
        client=row.client,
        day=day,
        status=Status.DENIED,
        reason=Reason.MEAL_CANCELLED,
        rules=("U91", "U94"),
        reference=desk.reference(row.client),
        staff=row.duration,
        price=BOX.name,
    )
    if row.wrong:
        yield replace(base, reason=Reason.MEAL_WRONG_CONTENT, rules=("U97",), count=row.boxes)
    elif row.delivered is not None:
        yield _delivered(desk, row, base)
    else:
        yield _undelivered(desk, row, base, day)


def _delivered(desk: Desk, row: MealRow, base: Line) -> Line:
    """Return the line of boxes that came (U65, U66)."""
    status = desk.approval(row.approved)
    reason = {
        Status.PENDING: Reason.NOT_APPROVED_YET,
        Status.LOCKED_OUT: Reason.NOT_APPROVED_IN_TIME,
    }.get(status, Reason.MEAL_BOXES)
    billed = row.boxes if status is Status.SURE else 0
    return replace(
        base,
        status=status,
        reason=reason,
        rules=("U65", "U66", "U67"),
        count=row.boxes,
        billed_count=billed,
    )


def _undelivered(desk: Desk, row: MealRow, base: Line, day: date) -> Line:
    """Return the line of boxes that never came: what the client pays for them (U94, U95)."""
    first = _first_hospital_day(desk, row)
    if first is not None:
        last = first + timedelta(days=desk.settings.hospital_meal_days - 1)
        boxes = _boxes_until(row, day, last)
        reason = Reason.MEAL_HOSPITAL
        return replace(base, reason=reason, rules=("U95",), count=row.boxes, billed_count=boxes)
    if row.cancelled is None:
        return replace(base, reason=Reason.MEAL_NOT_DELIVERED, rules=("U65",), count=row.boxes)
    late = day_of(row.cancelled) > desk.account.period.working_days.add(
        day, -desk.settings.meal_notice
    )
    if late:
        boxes, reason = row.boxes, Reason.MEAL_CANCELLED_LATE
        return replace(base, reason=reason, count=row.boxes, billed_count=boxes)
    return replace(base, count=row.boxes)


def _first_hospital_day(desk: Desk, row: MealRow) -> date | None:
    """Return the first day of the hospital stay because of which ``row`` did not come."""
    if row.reason is not Away.HOSPITAL:
        return None
    day = row.ordered_for
    for stay in desk.account.absences:
        ended = stay.end is not None and day is not None and day_of(stay.end) < day
        begun = day is None or day_of(stay.start) <= day
        if stay.client == row.client and stay.reason is Away.HOSPITAL and begun and not ended:
            return day_of(stay.start)
    return day_of(row.cancelled) if row.cancelled else None


def _boxes_until(row: MealRow, day: date, last: date) -> int:
    """Return how many of the boxes are for days up to ``last``; without days all for ``day``."""
    if not row.serving_days:
        return row.boxes if day <= last else 0
    return min(row.boxes, sum(served <= last for served in row.serving_days))
