from planner.rules.ids import RuleId
from tests.build.judging import found, terms
from tests.build.small import CHECK, CLEANING, small, with_client, with_person


def test_an_allergic_caregiver_does_not_go_to_a_home_with_the_pet_but_may_phone():
    instance, plan = small()
    instance = with_client(instance, "C3", pets=("cat",))
    assert found(RuleId.ALLERGY, instance, plan) == []
    instance = with_person(instance, "A1", allergies=("dog", "cat"))
    broken = found(RuleId.ALLERGY, instance, plan)
    assert {finding.parameters["visit"] for finding in broken} == {CHECK, CLEANING}
    assert {term.seat.visit for term in terms(RuleId.ALLERGY, instance)} == {CHECK, CLEANING}
