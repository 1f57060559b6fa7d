from planner.model.plan import StopKind
from planner.rules.ids import RuleId
from tests.build.judging import codes
from tests.build.small import CHECK, find, handed, small, with_rounds, with_stop


def test_a_stop_stands_once_and_is_known():
    instance, plan = small()
    assert codes(RuleId.ONCE, instance, plan) == []
    stop, _ = find(plan, CHECK)
    twice = with_rounds(plan, lambda row: row.model_copy(update={"stops": (*row.stops, stop)}))
    assert codes(RuleId.ONCE, instance, twice) == ["again"] * 3
    for change in ({"id": "C9:2026-03-02:noon"}, {"seat": 2}, {"kind": StopKind.BREAK}):
        assert codes(RuleId.ONCE, instance, with_stop(plan, CHECK, **change)) == ["unknown"]


def test_a_break_belongs_to_its_own_shift():
    instance, plan = small()
    assert codes(RuleId.ONCE, instance, handed(plan, "T1:break:1", "T2")) == ["unknown"]
    duty = with_stop(plan, "T1:break:1", kind=StopKind.DUTY)
    assert codes(RuleId.ONCE, instance, duty) == ["unknown"]
