from dataclasses import replace

import pytest

from planner.model.instance import Instance
from solver.compile import compile_instance
from solver.roster import ImpossibleRosterError, check_roster
from tests.build.small import small


def with_duration(seconds):
    instance, _ = small()
    activities = tuple(
        replace(row, duration=seconds) if row.id == "T3:handover:1" else row
        for row in instance.demand.activities
    )
    demand = replace(instance.demand, activities=activities)
    return compile_instance(Instance(instance.case, demand, instance.travel))


def test_a_roster_that_can_be_kept_passes():
    check_roster(with_duration(900))


@pytest.mark.parametrize("seconds", [5 * 3600, 8 * 3600])
def test_a_shift_that_is_too_full_before_any_visit_is_named(seconds):
    with pytest.raises(ImpossibleRosterError, match="breaks and duties of T3 do not fit") as raised:
        check_roster(with_duration(seconds))
    assert raised.value.shifts == ("T3",)
