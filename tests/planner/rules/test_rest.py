from datetime import time, timedelta

import pytest

from planner.model.agreements import Agreement
from planner.model.case import Horizon, StaffAbsence
from planner.model.units import CaregiverId, Seconds
from planner.rules.ids import RuleId
from tests.build.cases import instance_of, small_case
from tests.build.judging import codes, found
from tests.build.parts import DAY, HOUR, caregiver, shift
from tests.build.plans import at, plan_of, round_of
from tests.build.small import small, with_case

TUESDAY = DAY + timedelta(days=1)


def nights(morning: time, profile: str = "municipal_ab", **changes: object):
    """Return A1 on duty 15-22 on Monday and from ``morning`` on Tuesday, and the plan of Monday."""
    late = shift("T1", "A1", start=time(15), end=time(22), breaks=())
    early = shift("T2", "A1", day=TUESDAY, start=morning, end=time(15), breaks=())
    fields = {
        "shifts": (late, early),
        "caregivers": (caregiver("A1", employer_profile=profile),),
        "orders": (),
        "meal_deliveries": (),
    }
    case = small_case(**(fields | changes))
    instance = instance_of(case)
    rounds = [round_of(case, instance.travel, name) for name in instance.shifts]
    return instance, plan_of(case, *rounds)


def test_the_small_plan_leaves_everybody_their_rest():
    assert codes(RuleId.REST, *small()) == []


@pytest.mark.parametrize(
    ("morning", "profile", "told"),
    [
        (time(9), "municipal_ab", []),
        (time(8, 59), "municipal_ab", ["daily"]),
        (time(8, 59), "private", []),
        (time(6, 59), "private", ["daily"]),
        (time(4), "another", []),
    ],
)
def test_the_night_is_as_long_as_the_agreement_says(morning, profile, told):
    assert codes(RuleId.REST, *nights(morning, profile)) == told


def test_an_agreement_of_the_case_takes_the_place_of_a_known_one():
    own = Agreement(id="private", least_rest=Seconds(12 * HOUR))
    assert codes(RuleId.REST, *nights(time(9), "private", agreements=(own,))) == ["daily"]


def test_a_shift_that_is_not_worked_takes_no_rest():
    both = Horizon(first=DAY, days=2)
    instance, plan = nights(time(7), horizon=both)
    (finding,) = found(RuleId.REST, instance, plan)
    assert (finding.parameters["seconds"], finding.parameters["shift"]) == (9 * HOUR, "T2")
    monday = plan.model_copy(update={"rounds": plan.rounds[:1]})
    assert codes(RuleId.REST, instance, monday) == []
    ill = StaffAbsence(
        caregiver=CaregiverId("A1"), start=at("0:00", TUESDAY), end=at("23:00", TUESDAY)
    )
    only, one = nights(time(7))
    assert codes(RuleId.REST, only, one) == ["daily"]
    assert codes(RuleId.REST, with_case(only, staff_absences=(ill,)), one) == []


def test_the_night_that_loses_an_hour_is_an_hour_shorter():
    """22 to 09 is 10 hours on the last Sunday of March, and 12 on that of October."""
    for year_day, told in ((timedelta(days=26), ["daily"]), (timedelta(days=236), [])):
        saturday = DAY + year_day
        late = shift("T1", "A1", day=saturday, start=time(15), end=time(22), breaks=())
        sunday = saturday + timedelta(days=1)
        for wall, expected in (
            (time(9), told),
            (time(10), []),
            (time(8), ["daily"] if told else []),
        ):
            early = shift("T2", "A1", day=sunday, start=wall, end=time(15), breaks=())
            instance, plan = nights(
                time(9), shifts=(late, early), horizon=Horizon(first=saturday, days=2)
            )
            assert codes(RuleId.REST, instance, plan) == expected, (saturday, wall)


def week(*free: int) -> tuple[object, ...]:
    return tuple(
        shift(f"D{n}", "A1", day=DAY + timedelta(days=n), breaks=())
        for n in range(7)
        if n not in free
    )


def test_a_day_and_a_half_in_seven_are_free():
    horizon = Horizon(first=DAY, days=7)
    assert codes(RuleId.REST, *nights(time(9), shifts=week(3), horizon=horizon)) == []
    instance, plan = nights(time(9), shifts=week(), horizon=horizon)
    assert codes(RuleId.REST, instance, plan) == ["weekly"]
    for left_out, told in ((1, ["weekly"]), (2, [])):
        rest = plan.model_copy(update={"rounds": plan.rounds[left_out:]})
        assert codes(RuleId.REST, instance, rest) == told, "Monday off is 31 hours free"
