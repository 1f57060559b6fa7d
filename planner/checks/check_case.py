"""All checks of a case in one call."""

import re
from collections.abc import Callable, Iterator

from planner.checks import (
    absences,
    cars,
    clients,
    doors,
    extent,
    groups,
    identifiers,
    orders,
    pins,
    roster,
    staffing,
    starts,
)
from planner.checks import windows as start_windows
from planner.checks.subject import Subject
from planner.model.case import Case
from planner.model.findings import Fault

Check = Callable[[Subject], Iterator[Fault]]
"""Looks at one topic and yields its faults."""

CHECKS: tuple[Check, ...] = (
    identifiers.own_identifiers,
    identifiers.named_identifiers,
    identifiers.visit_labels,
    start_windows.closing_windows,
    start_windows.preferences,
    start_windows.opening_hours,
    start_windows.visit_windows,
    start_windows.gaps,
    orders.order_dates,
    orders.recurrences,
    starts.late_starts,
    orders.double_staffing,
    orders.double_stretches,
    doors.orders,
    doors.goods,
    doors.bookings,
    doors.keys,
    extent.granted_time,
    extent.providers,
    extent.laundry,
    extent.cancellations,
    absences.absences,
    absences.meal_boxes,
    clients.contacts,
    clients.households,
    clients.positions,
    groups.group_sizes,
    groups.contact_loads,
    groups.contact_tasks,
    groups.alarm_keys,
    roster.shift_lengths,
    roster.shift_overlaps,
    roster.daily_rest,
    roster.weekly_rest,
    roster.split_shifts,
    roster.breaks,
    roster.duties,
    cars.licences,
    cars.cars_in_use,
    staffing.skills,
    staffing.days_without_shifts,
    staffing.long_visits,
    staffing.seats,
    staffing.paid_time,
    pins.pins,
)
"""Every check there is; a new one is one more line here."""

_NUMBER = re.compile(r"(\d+)")


def check_case(case: Case) -> tuple[Fault, ...]:
    """Return everything that is wrong with ``case``, in the order of the document."""
    subject = Subject(case)
    faults = [fault for check in CHECKS for fault in check(subject)]
    return tuple(sorted(faults, key=_position))


def _position(fault: Fault) -> tuple[list[str | int], str]:
    """Sort faults by path, list positions as numbers."""
    parts = _NUMBER.split(fault.path)
    return [int(part) if number % 2 else part for number, part in enumerate(parts)], fault.code
