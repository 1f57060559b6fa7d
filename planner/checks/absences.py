"""Absences and deliveries: ends after starts, food before its last day."""

from collections.abc import Iterator

from planner.checks.codes import Code, Hint
from planner.checks.report import error
from planner.checks.subject import Subject
from planner.model.findings import Fault


def absences(subject: Subject) -> Iterator[Fault]:
    """Yield absences of clients and caregivers that end before they start."""
    for name in ("client_absences", "staff_absences"):
        for number, absence in enumerate(getattr(subject.case, name)):
            if absence.end <= absence.start:
                where = (name, number, "end")
                yield error(
                    Code.ABSENCE_ENDS_BEFORE_START,
                    where,
                    absence.end,
                    Hint.SWAP_DATES,
                    start=absence.start,
                )


def meal_boxes(subject: Subject) -> Iterator[Fault]:
    """Yield meal boxes that would be handed over after their last day (U96)."""
    for number, delivery in enumerate(subject.case.meal_deliveries):
        last = delivery.best_before
        if last is not None and last < delivery.day:
            where = ("meal_deliveries", number, "best_before")
            yield error(Code.MEAL_EXPIRED, where, last, Hint.CHECK_DATES, day=delivery.day)
