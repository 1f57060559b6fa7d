from planner.rules.ids import RuleId
from tests.build.judging import codes, terms
from tests.build.small import handed, later, small, without

HANDOVER = "T1:handover:1"


def test_a_duty_stands_in_its_round_at_its_time():
    instance, plan = small()
    assert codes(RuleId.DUTIES, instance, plan) == []
    assert codes(RuleId.DUTIES, instance, without(plan, HANDOVER)) == ["missing"]
    assert codes(RuleId.DUTIES, instance, later(plan, HANDOVER, 1)) == ["misplaced"]
    assert codes(RuleId.DUTIES, instance, handed(plan, HANDOVER, "T2")) == ["missing"]
    attended = {term.activity for term in terms(RuleId.DUTIES, instance)}
    assert attended == {HANDOVER, "T3:handover:1"}
