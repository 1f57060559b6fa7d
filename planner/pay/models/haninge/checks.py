"""Faults that only Haninge's rules know of."""

from collections.abc import Iterator

from planner.model.findings import Fault
from planner.pay.checks.codes import PayCode, PayHint
from planner.pay.checks.report import error, warning
from planner.pay.checks.subject import MonthSubject
from planner.pay.checks.together import one_of, services_of_visits
from planner.pay.model.kinds import Insats

_CHECK = frozenset({Insats.CHECK})
_OUTSIDE = frozenset({Insats.ESCORT, Insats.SHOPPING})


def checks_alone(subject: MonthSubject) -> Iterator[Fault]:
    """Yield tillsyn in one visit with other services, unless the order says so (N26).

    Planned, it is an error: two visits. Performed, its time is settled all the same.
    """
    for place, _, services in services_of_visits(subject):
        kind = one_of(services, _CHECK)
        if kind is not None:
            report = error if place[0] == "planned" else warning
            code, hint = PayCode.SERVICES_NOT_TOGETHER, PayHint.SEPARATE_VISITS
            yield report(code, (*place, "services"), kind, hint, rule="N26")


def outside_apart(subject: MonthSubject) -> Iterator[Fault]:
    """Warn of services outside the home in one visit with those inside (N27)."""
    for place, _, services in services_of_visits(subject):
        inside = {service.kind for service in services} - _OUTSIDE
        kind = one_of(services, _OUTSIDE)
        if kind is not None and inside:
            code, hint = PayCode.SERVICES_NOT_TOGETHER, PayHint.SEPARATE_VISITS
            yield warning(code, (*place, "services"), kind, hint, rule="N27")
