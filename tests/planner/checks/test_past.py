"""Earlier visits and the base plan may name people and clients who have left."""

from planner.checks import check_case
from planner.model.clients import Preferences
from planner.model.findings import Severity
from planner.model.units import CaregiverId
from tests.build.base_plans import base_plan, base_visit
from tests.build.cases import small_case
from tests.build.history import past
from tests.build.parts import client


def errors(case):
    return [fault for fault in check_case(case) if fault.severity is Severity.ERROR]


def test_who_has_left_may_stand_in_history_and_base_plan():
    base = base_plan(base_visit("GONE", "S3", "GONE"))
    assert errors(small_case(history=(past("GONE", "GONE"),), base_plan=base)) == []


def test_who_has_left_may_stand_nowhere_else():
    wish = Preferences(caregivers=(CaregiverId("GONE"),))
    assert errors(small_case(clients=(client("C1", "P1", preferences=wish),)))
