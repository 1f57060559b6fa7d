from datetime import timedelta

from planner.rules.ids import RuleId
from tests.build.judging import found
from tests.build.small import CHECK, DOUBLE, find, small, with_stop


def test_a_stop_lasts_its_planned_time():
    instance, plan = small()
    assert found(RuleId.PLANNED_TIME, instance, plan) == []
    for stop, seat in ((CHECK, 1), (DOUBLE, 2), ("T1:break:1", 1), ("T1:handover:1", 1)):
        start = find(plan, stop, seat)[0].start
        short = with_stop(plan, stop, seat, end=start + timedelta(seconds=61))
        (finding,) = found(RuleId.PLANNED_TIME, instance, short)
        assert (finding.parameters["stop"], finding.parameters["seconds"]) == (stop, 61)
