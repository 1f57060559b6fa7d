from planner.model.findings import Level
from planner.rules.ids import RuleId
from planner.rules.registry import RULES
from planner.score.reference import score
from tests.build.small import CHECK, later, small, without


def test_the_cost_is_the_sum_over_rules_and_over_findings():
    instance, plan = small()
    judged = score(instance, without(plan, CHECK))
    assert judged.cost == sum(judged.by_rule.values()) == sum(f.cost for f in judged.findings)
    assert judged.by_rule[RuleId.UNPLACED] == 1_050_000
    assert set(judged.by_rule) == set(RuleId)
    assert score(instance, plan).faults == ()


def test_faults_are_the_findings_of_the_law_and_cost_nothing():
    instance, plan = small()
    judged = score(instance, later(plan, CHECK, -24 * 3600))
    assert {RuleId.TIME_WINDOW, RuleId.TRAVEL_TIME} <= {fault.rule for fault in judged.faults}
    assert all((f.level, f.cost) == (Level.LAW, 0) for f in judged.faults)


def test_only_the_given_rules_are_asked():
    instance, plan = small()
    travel = [rule for rule in RULES if rule.id is RuleId.TRAVEL_COST]
    judged = score(instance, plan, travel)
    assert judged.by_rule == {RuleId.TRAVEL_COST: judged.cost}
    assert 0 < judged.cost < score(instance, plan).cost
