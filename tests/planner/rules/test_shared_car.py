from datetime import time

from planner.model.staff import Car
from planner.model.units import CarId, PlaceId, ShiftId
from planner.rules.ids import RuleId
from planner.rules.terms import CloseShift
from tests.build.cases import instance_of, small_case
from tests.build.judging import codes, terms
from tests.build.plans import small_plan
from tests.build.small import with_case, with_rounds


def cars(*names: str | None, **ends: time):
    """Return the small case with these cars for its shifts, and its plan."""
    shifts = tuple(
        row.model_copy(update={"car": name, "end": ends.get(row.id, row.end)})
        for row, name in zip(small_case().shifts, names, strict=True)
    )
    case = small_case(shifts=shifts, cars=(Car(id=CarId("BIL"), place=PlaceId("OFFICE")),))
    return instance_of(case), small_plan(case, instance_of(case).travel)


def test_a_car_is_out_with_one_caregiver_at_a_time():
    assert codes(RuleId.SHARED_CAR, *cars("BIL", None, "BIL")) == []
    instance, plan = cars("BIL", "BIL", None)
    assert codes(RuleId.SHARED_CAR, instance, plan) == ["finding"]
    assert terms(RuleId.SHARED_CAR, instance) == [CloseShift(ShiftId("T2"))]


def test_a_second_more_is_too_much():
    instance, plan = cars("BIL", None, "BIL", T1=time(15, 0, 1))
    assert codes(RuleId.SHARED_CAR, instance, plan) == ["finding"]
    assert terms(RuleId.SHARED_CAR, instance) == [CloseShift(ShiftId("T3"))]


def test_a_shift_without_visits_leaves_the_car():
    instance, plan = cars("BIL", "BIL", None)
    idle = with_rounds(plan, lambda r: r.model_copy(update={"stops": ()}) if r.shift == "T2" else r)
    assert codes(RuleId.SHARED_CAR, instance, idle) == []
    assert terms(RuleId.SHARED_CAR, with_case(instance, cars=())) == [CloseShift(ShiftId("T2"))]
