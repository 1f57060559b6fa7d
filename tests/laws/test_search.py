"""Laws 1 and 3 for the real search: its cost is the rules' cost, and a seed repeats."""

from hypothesis import given, settings
from hypothesis import strategies as st

from planner.ports import Budget
from planner.score.reference import score
from solver.engine import Engine
from tests.build.cases import instance_of
from tests.build.doors import door_cases
from tests.build.small import FixedClock, random_plan
from tests.build.wishes import rich_cases

SEEDS = st.integers(0, 1 << 16)
SHORT = Budget(iterations=3_000)


@settings(max_examples=40)
@given(case=door_cases(rich_cases(max_days=2)) | rich_cases(max_days=2), seed=SEEDS)
def test_the_search_and_the_rules_agree_and_the_law_is_kept(case, seed):
    instance = instance_of(case, seed)
    plan = Engine(clock=FixedClock()).plan(instance, SHORT, seed=seed)
    judged = score(instance, plan)
    assert (judged.cost, judged.faults) == (plan.cost, ())
    placed = {stop.id for row in plan.rounds for stop in row.stops}
    left = {row.visit for row in plan.unplaced}
    assert left == {visit.id for visit in instance.demand.visits} - placed
    assert all(row.blocked or row.relaxation for row in plan.unplaced)


@settings(max_examples=15)
@given(case=rich_cases(), seed=SEEDS)
def test_the_same_case_seed_and_parameters_give_the_same_plan(case, seed):
    instance = instance_of(case, seed)
    one, other = (
        Engine(clock=FixedClock()).plan(instance, SHORT, seed=seed).model_dump_json()
        for _ in range(2)
    )
    assert one == other


@settings(max_examples=15)
@given(case=rich_cases(), seed=SEEDS)
def test_a_search_never_ends_worse_than_it_began(case, seed):
    instance = instance_of(case, seed)
    begun = random_plan(instance, seed)
    engine = Engine(clock=FixedClock())
    first = engine.plan(instance, Budget(iterations=1), seed=seed, start=begun)
    plan = engine.plan(instance, SHORT, seed=seed, start=begun)
    assert plan.cost <= first.cost
    if not any(row.alarm for row in case.clients):
        assert plan.cost <= begun.cost, "waiting by chance never pays but for an alarm"
