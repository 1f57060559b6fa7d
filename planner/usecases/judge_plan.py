"""Judge a plan that somebody brings along, by the independent checker."""

from planner.checker import check_plan
from planner.model.case import Case
from planner.model.findings import Finding
from planner.model.plan import Plan
from planner.ports import Addresses, TravelTimes
from planner.usecases.prepare import checked, travel_of


def judge_plan(
    case: Case, plan: Plan, *, travel: TravelTimes, addresses: Addresses
) -> tuple[Finding, ...]:
    """Return everything that is wrong with ``plan`` for ``case``; see ``planner.checker``.

    Raises ``CaseRefused`` with every fault of the case.
    """
    located, _ = checked(case, addresses)
    return check_plan(located, plan, travel_of(located, travel))
