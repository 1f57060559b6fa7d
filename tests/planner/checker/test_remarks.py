"""What a planner should know, though the plan may be used: said, and not as a hard fault."""

from datetime import time

import pytest

from planner.checker import Code, check_plan
from planner.model.alarm import AlarmService
from planner.model.findings import Level
from tests.build.breaking import (
    CALL,
    CHECK,
    EVENING,
    Mutation,
    case_with,
    edit,
    open_visit,
    pinned,
    row,
    without,
)
from tests.build.cases import small_case, straight_line_travel
from tests.build.plans import small_plan, with_fields

REMARKS = (
    Mutation(
        "open with a reason",
        (Code.UNPLACED,),
        without(CALL, open_visit(CALL)),
        parameters={"visit": CALL, "rules": ("skills",)},
    ),
    Mutation(
        "less than granted",
        (Code.LESS_THAN_GRANTED, Code.UNPLACED),
        without(CALL, open_visit(CALL)),
        case=case_with("orders", "O3", granted_time=7 * 2700),
        parameters={"order": "O3", "seconds": 2400, "expected": 2700},
    ),
    Mutation(
        "a pin that is open",
        (Code.PIN_UNPLACED, Code.UNPLACED),
        without(CALL, open_visit(CALL)),
        case=pinned(CALL, "A1"),
        parameters={"visit": CALL, "caregiver": "A1"},
    ),
    Mutation(
        "slow on the road",
        (Code.TRAVEL_TOO_LONG,),
        edit(CHECK, with_fields(travel=700)),
        parameters={"stop": CHECK, "seconds": 700},
    ),
    Mutation("slow home", (Code.TRAVEL_TOO_LONG,), row("T1", travel_home=3000)),
    Mutation(
        "after closing time",
        (Code.OUTSIDE_OPENING_HOURS,),
        case=case_with("providers", "HEMTJANST", closes=time(19, 15)),
        parameters={"visit": EVENING, "provider": "HEMTJANST"},
    ),
    Mutation(
        "an alarm that nobody answers in time",
        (Code.ALARM_OUT_OF_REACH,),
        case=case_with("providers", "HEMTJANST", alarm=AlarmService()),
        parameters={"client": "C1", "seconds": 216, "limit": 1800},
    ),
)


@pytest.mark.parametrize("remarkable", REMARKS, ids=lambda one: one.name.replace(" ", "-"))
def test_remark_is_made_and_is_no_fault(remarkable: Mutation):
    sound = small_case()
    travel = straight_line_travel(sound)
    plan = remarkable.change(small_plan(sound, travel))
    findings = check_plan(remarkable.case, plan, travel)
    assert {finding.rule for finding in findings} == set(remarkable.codes)
    assert {finding.level for finding in findings} == {Level.PROMISE}
    first = [finding for finding in findings if finding.rule == remarkable.codes[0]]
    assert any(remarkable.parameters.items() <= dict(one.parameters).items() for one in first)
