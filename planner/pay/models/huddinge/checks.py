"""Faults that only Huddinge's rules know of: warnings, the time is settled all the same."""

from collections.abc import Iterator
from types import MappingProxyType

from planner.model.findings import Fault
from planner.pay.accounts import period_of
from planner.pay.checks.codes import PayCode, PayHint
from planner.pay.checks.report import warning
from planner.pay.checks.subject import MonthSubject
from planner.pay.checks.together import one_of, services_of_visits
from planner.pay.model.kinds import APART, Insats, Role
from planner.pay.steps.days import day_of
from planner.pay.steps.desk import mission_end
from planner.pay.steps.spells import ordered_on, services_of, spells, written_begin

_OWN = MappingProxyType({Insats.CHECK: "H13", Insats.SIMPLIFIED: "H15"})


def apart_from_home_care(subject: MonthSubject) -> Iterator[Fault]:
    """Warn of ledsagning, avlösning and boendestöd in one visit with home care (H12)."""
    for place, _, services in services_of_visits(subject):
        kinds = {service.kind for service in services}
        apart = sorted(kinds & APART)
        if apart and kinds - APART:
            code, hint = PayCode.SERVICES_NOT_TOGETHER, PayHint.SEPARATE_VISITS
            yield warning(code, (*place, "services"), apart[0], hint, rule="H12")


def own_visits(subject: MonthSubject) -> Iterator[Fault]:
    """Warn of tillsyn and förenklad insats in one visit with other services (H13, H15)."""
    for place, _, services in services_of_visits(subject):
        kind = one_of(services, frozenset(_OWN))
        if kind is not None:
            code, hint = PayCode.SERVICES_NOT_TOGETHER, PayHint.SEPARATE_VISITS
            yield warning(code, (*place, "services"), kind, hint, rule=_OWN[kind])


def extra_visits(subject: MonthSubject) -> Iterator[Fault]:
    """Warn of visits without a granted service that nobody has reported yet (H26).

    They are reported to the case officer by the next working day.
    """
    month = subject.month
    granted = services_of(spells(month.orders, written_begin, mission_end))
    reported = {answer.record for answer in month.answers if answer.reported or answer.answered}
    working_days = period_of(month).working_days
    for number, visit in enumerate(month.performed):
        if visit.role is not Role.MAIN or visit.id in reported:
            continue
        day, clients = day_of(visit.start), (visit.client, *visit.joint)
        named = [
            any(ordered_on(granted, client, service, day) for client in clients)
            for service in visit.services
        ]
        if not named or not all(named):
            code, hint = PayCode.EXTRA_VISIT_NOT_REPORTED, PayHint.REPORT_EXTRA
            by = working_days.add(day, 1)
            yield warning(code, ("performed", number, "services"), None, hint, by=by)
