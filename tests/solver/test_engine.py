from dataclasses import replace
from datetime import timedelta

import pytest

from planner.ports import Budget, Solver
from planner.rules.ids import RuleId
from planner.rules.registry import RULES
from planner.score.reference import score
from solver.engine import Engine, SystemClock
from solver.mismatch import ScoreMismatchError
from tests.build.cases import instance_of, small_case
from tests.build.dense import search
from tests.build.small import CHECK, CREATED, FixedClock, find, small, with_person

TEN = Budget(iterations=10)


def engine(**changes):
    """Return an engine that tries random rounds."""
    return replace(Engine(search=search, clock=FixedClock(), code_version="test"), **changes)


def test_a_plan_has_its_origin_and_the_cost_of_the_reference_scorer():
    instance, _ = small()
    solver: Solver = engine()
    plan = solver.plan(instance, TEN, seed=7)
    assert (plan.origin.seed, plan.origin.code_version) == (7, "test")
    assert plan.origin.matrix_hash == instance.travel.digest
    assert (plan.case, plan.created) == ("small", CREATED)
    judged = score(instance, plan)
    assert (plan.cost, judged.faults) == (judged.cost, ())


def test_the_same_seed_gives_the_same_plan_and_another_one_another():
    instance, _ = small()
    one, same, other = (engine().plan(instance, TEN, seed=seed) for seed in (1, 1, 200))
    assert one == same
    assert one.rounds != other.rounds


def test_a_search_begins_from_a_plan():
    instance, plan = small()
    begun = []

    def watch(problem, budget, *, seed, observer=None, start=None):
        begun.append(start)
        return search(problem, budget, seed=seed, observer=observer, start=start)

    again = engine(search=watch).plan(instance, Budget(iterations=1), seed=9, start=plan)
    assert again.cost <= plan.cost
    assert sum(map(len, begun[0].rounds)) == sum(len(row.stops) for row in plan.rounds)


def test_a_wrong_cost_is_refused_with_both_numbers_and_the_sums():
    instance, _ = small()

    def lies(problem, budget, *, seed, observer=None, start=None):
        found = search(problem, budget, seed=seed, observer=observer, start=start)
        return replace(found, cost=found.cost + 1)

    truth = engine().plan(instance, TEN, seed=1).cost
    told = f"the search says {truth + 1}, the reference scorer {truth}"
    with pytest.raises(ScoreMismatchError, match=told) as raised:
        engine(search=lies).plan(instance, TEN, seed=1)
    assert f"Counted anew from the problem: {truth} (travel " in str(raised.value)
    assert "new_face " in str(raised.value)


class Deaf:
    """A rule that tells the search nothing of what it charges."""

    def __init__(self, rule):
        self.rule = rule

    def __getattr__(self, name):
        return getattr(self.rule, name)

    def terms(self, instance):
        del instance
        return ()


def test_a_rule_whose_terms_and_check_differ_is_found():
    instance, _ = small()
    deaf = {RuleId.NEW_FACE, RuleId.EVENING_FACE}
    rules = tuple(Deaf(rule) if rule.id in deaf else rule for rule in RULES)
    with pytest.raises(ScoreMismatchError, match="faces 0"):
        engine(rules=rules).plan(instance, TEN, seed=1)


def test_without_staff_every_visit_is_unplaced():
    instance = instance_of(small_case(shifts=()))
    plan = engine().plan(instance, TEN, seed=1)
    assert plan.rounds == ()
    assert len(plan.unplaced) == len(instance.demand.visits)
    assert all(row.blocked for row in plan.unplaced)


def test_without_demand_rounds_hold_breaks_and_duties_only():
    plan = engine().plan(instance_of(small_case(orders=(), meal_deliveries=())), TEN, seed=1)
    assert [len(row.stops) for row in plan.rounds] == [2, 1, 2]


def test_a_visit_nobody_may_take_says_so():
    instance, _ = small()
    for person in ("A1", "A2"):
        instance = with_person(instance, person, delegations=())
    plan = engine().plan(instance, TEN, seed=1)
    reasons = {row.visit: {one.rule for one in row.blocked} for row in plan.unplaced}
    assert all(RuleId.DELEGATION in rules for rules in reasons.values())
    assert len(reasons) == 2
    with pytest.raises(StopIteration):
        find(plan, next(iter(reasons)))
    assert find(plan, CHECK)


def test_the_clock_of_the_computer_tells_utc():
    assert SystemClock().now().utcoffset() == timedelta(0)
