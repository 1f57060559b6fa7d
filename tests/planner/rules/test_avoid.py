from planner.rules.ids import RuleId
from tests.build.judging import found, terms
from tests.build.small import CALL, CHECK, CLEANING, handed, small


def test_a_caregiver_the_client_turned_down_is_never_sent():
    instance, plan = small()
    assert found(RuleId.AVOID, instance, plan) == []
    for visit in (CHECK, CALL):
        (finding,) = found(RuleId.AVOID, instance, handed(plan, visit, "T3"))
        assert (finding.parameters["client"], finding.parameters["caregiver"]) == ("C3", "A3")
    assert {term.seat.visit for term in terms(RuleId.AVOID, instance)} == {CHECK, CLEANING, CALL}
