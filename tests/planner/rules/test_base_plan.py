from planner.model.case import StaffAbsence
from planner.model.units import CaregiverId
from planner.model.visits import Seat
from planner.model.weights import Weights
from planner.rules.ids import RuleId
from planner.rules.terms import PairCost
from tests.build.base_plans import base_plan, base_visit
from tests.build.cases import instance_of, small_case
from tests.build.judging import cost, found, terms
from tests.build.plans import at
from tests.build.small import MEDICINE, handed, small

BASE = base_plan(base_visit("C2", "S3", "A1"))
OFF_BASE = Weights(off_base=70)


def test_another_than_the_base_plans_caregiver_costs():
    instance = instance_of(small_case(base_plan=BASE, weights=OFF_BASE))
    _, plan = small()
    (term,) = terms(RuleId.BASE_PLAN, instance)
    assert term == PairCost(Seat(MEDICINE), {CaregiverId("A2"): 70, CaregiverId("A3"): 70})
    assert cost(RuleId.BASE_PLAN, instance, handed(plan, MEDICINE, "T1")) == 0
    (finding,) = found(RuleId.BASE_PLAN, instance, handed(plan, MEDICINE, "T2"))
    assert (finding.cost, finding.parameters["base"]) == (70, "A1")


def test_where_the_base_plans_caregiver_is_away_anybody_may_come():
    away = StaffAbsence(caregiver=CaregiverId("A1"), start=at("0:00"), end=at("23:59"))
    instance = instance_of(small_case(base_plan=BASE, staff_absences=(away,), weights=OFF_BASE))
    assert terms(RuleId.BASE_PLAN, instance) == []
    assert cost(RuleId.BASE_PLAN, instance, handed(small()[1], MEDICINE, "T2")) == 0


def test_a_case_without_a_base_plan_has_nothing_to_follow():
    assert terms(RuleId.BASE_PLAN, small()[0]) == []
    assert cost(RuleId.BASE_PLAN, *small()) == 0
