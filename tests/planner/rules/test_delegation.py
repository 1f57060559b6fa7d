from planner.model.units import CaregiverId
from planner.model.visits import Seat
from planner.rules.ids import RuleId
from planner.rules.terms import Forbid
from tests.build.judging import found, terms
from tests.build.small import MEDICINE, handed, small


def test_a_health_task_goes_only_to_somebody_it_is_delegated_to():
    instance, plan = small()
    assert found(RuleId.DELEGATION, instance, plan) == []
    handed_over = handed(plan, MEDICINE, "T3")
    (finding,) = found(RuleId.DELEGATION, instance, handed_over)
    assert finding.parameters["caregiver"] == "A3"
    assert Forbid(Seat(MEDICINE), frozenset({CaregiverId("A3")})) in terms(
        RuleId.DELEGATION, instance
    )
