"""All checks of a month in one call, and the month without the rows that failed."""

import re
from collections.abc import Iterable
from dataclasses import dataclass

from planner.checks.report import nearest
from planner.model.findings import Fault, Severity
from planner.pay.checks import (
    absences,
    approvals,
    counted,
    identity,
    orders,
    people,
    spans,
)
from planner.pay.checks.aside import without_bad_rows
from planner.pay.checks.codes import PayCode, PayHint
from planner.pay.checks.report import error
from planner.pay.checks.subject import MonthSubject
from planner.pay.checks.tariffs import tariff_faults
from planner.pay.compensation import CompensationModel, MonthCheck, Municipality
from planner.pay.model.month import Month
from planner.pay.named import model_of
from planner.pay.registry import municipalities
from planner.pay.tariff import Tariff


class MonthRefused(ValueError):  # noqa: N818  a refusal is an answer, not an accident
    """A month of which nothing can be settled; ``faults`` are all of its faults."""

    def __init__(self, faults: Iterable[Fault]) -> None:
        """Note ``faults``."""
        self.faults = tuple(faults)
        super().__init__(", ".join(sorted({fault.code for fault in self.faults})))


@dataclass(frozen=True, slots=True)
class Checked:
    """A month that can be settled: its good rows, its model, and every fault found."""

    month: Month
    municipality: Municipality
    model: CompensationModel
    faults: tuple[Fault, ...]


CHECKS: tuple[MonthCheck, ...] = (
    identity.own_identifiers,
    identity.named_clients,
    identity.named_services,
    identity.named_rows,
    orders.order_versions,
    orders.order_dates,
    orders.order_services,
    spans.visit_times,
    spans.times_of_services,
    spans.alarm_times,
    spans.days_in_month,
    spans.births,
    people.caregivers_in_two_places,
    people.doubles,
    people.joint_visits,
    approvals.settled_given,
    approvals.locked,
    approvals.approved_early,
    absences.declined_visits,
    absences.absences,
    absences.visits_during_hospital,
    counted.alarms,
    counted.meals,
)
"""The checks of every municipality; ``Municipality.checks`` adds its own."""

_NUMBER = re.compile(r"(\d+)")


def check_month(month: Month, tariff: Tariff | None = None) -> Checked:
    """Return ``month`` without the rows that cannot be settled, and what is wrong with them.

    Raises ``MonthRefused`` when the municipality, a setting or the tariff is at fault.
    """
    municipality = _municipality(month)
    model, faults = model_of(municipality, month.settings)
    if tariff is not None:
        faults += tuple(tariff_faults(month, tariff))
    if any(fault.severity is Severity.ERROR for fault in faults):
        raise MonthRefused(faults)
    subject = MonthSubject(month, model)
    found = [fault for check in (*CHECKS, *municipality.checks) for fault in check(subject)]
    faults += tuple(sorted(found, key=_position))
    return Checked(without_bad_rows(month, faults), municipality, model, faults)


def _position(fault: Fault) -> tuple[list[str | int], str]:
    """Sort faults by path, list positions as numbers."""
    parts = _NUMBER.split(fault.path)
    return [int(part) if number % 2 else part for number, part in enumerate(parts)], fault.code


def _municipality(month: Month) -> Municipality:
    """Return the municipality of ``month``."""
    known = municipalities()
    if month.municipality in known:
        return known[month.municipality]
    close = nearest(month.municipality, known)
    hint = PayHint.DID_YOU_MEAN if close else PayHint.CHOOSE_ONE
    choices, suggestion = ", ".join(known), {"suggestion": close} if close else {}
    code, path = PayCode.MUNICIPALITY_UNKNOWN, ("municipality",)
    raise MonthRefused([error(code, path, month.municipality, hint, choices=choices, **suggestion)])
