from datetime import UTC, date, datetime

from planner.model.case import StaffAbsence
from planner.model.places import TravelMode
from planner.rules.ids import RuleId
from tests.build.cases import instance_of, small_case
from tests.build.judging import codes
from tests.build.small import small, with_rounds


def changed(plan, **changes):
    return with_rounds(
        plan, lambda row: row.model_copy(update=changes) if row.shift == "T2" else row
    )


def test_a_round_is_that_of_a_shift_on_duty():
    instance, plan = small()
    assert codes(RuleId.ON_DUTY, instance, plan) == []
    assert codes(RuleId.ON_DUTY, instance, changed(plan, shift="T9")) == ["unknown"]
    assert codes(RuleId.ON_DUTY, instance, changed(plan, shift="T1")) == ["again"]
    assert codes(RuleId.ON_DUTY, instance, changed(plan, caregiver="A3")) == ["other"]
    assert codes(RuleId.ON_DUTY, instance, changed(plan, day=date(2026, 3, 3))) == ["other"]
    assert codes(RuleId.ON_DUTY, instance, changed(plan, mode=TravelMode.FOOT)) == ["mode"]


def test_nobody_absent_works():
    _, plan = small()
    away = StaffAbsence.model_validate(
        {
            "caregiver": "A2",
            "start": datetime(2026, 3, 2, 12, tzinfo=UTC),
            "end": datetime(2026, 3, 2, 13, tzinfo=UTC),
        }
    )
    instance = instance_of(small_case(staff_absences=(away,)))
    assert codes(RuleId.ON_DUTY, instance, plan) == ["absent"]
