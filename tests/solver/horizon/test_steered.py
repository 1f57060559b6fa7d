"""Several days towards their aims: prices between rounds, and a plan priced without them."""

from dataclasses import replace
from datetime import timedelta

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from planner.model.case import Horizon
from planner.model.units import ClientId
from planner.ports import Budget
from planner.score.continuity import continuity_of
from planner.score.reference import score
from solver.anneal import solve
from solver.compile import compile_instance
from solver.continuity.limits import ContinuityLimits
from solver.engine import Engine
from solver.exact import evaluate
from solver.horizon.aims import aims_of
from solver.horizon.prices import HELD, RARE_STEP, STEP, Prices
from solver.horizon.solver import HorizonEngine
from solver.horizon.standing import Standing, missed, standing_of
from solver.horizon.steered import ROUNDS, Steered, without_prices
from solver.problem import NEVER, Cover
from tests.build import dense
from tests.build.cases import DAY, instance_of, small_case
from tests.build.history import past

DAYS = 4
BUDGET = Budget(iterations=60_000)


def several_days(**changes):
    """Return the small case over four days, the same shifts on each."""
    shifts = tuple(
        row.model_copy(update={"id": f"{row.id}-{n}", "day": DAY + timedelta(days=n)})
        for row in small_case().shifts
        for n in range(DAYS)
    )
    case = small_case(horizon=Horizon(first=DAY, days=DAYS), shifts=shifts, **changes)
    return instance_of(case)


def aims(instance):
    return {row.client: row for row in aims_of(instance, ContinuityLimits().find(instance))}


def share(instance, plan):
    """Return the contact share of the client with two visits a day."""
    return continuity_of(instance, plan).shares[ClientId("C2")].share or 0.0


def test_an_aim_is_a_quarter_of_the_visits_and_a_quarter_more_than_the_fewest_faces():
    found = aims(several_days())
    assert (found["C2"].visits, found["C1"].visits, found["C3"].visits) == (2, 1, 0)
    assert (found["C1"].faces, found["C2"].faces) == (2, 1)


def test_the_days_before_count_towards_the_aim():
    by_others = [past("C2", "A1", day, hour) for day in range(1, 5) for hour in (7, 13)]
    by_contact = [row.model_copy(update={"caregiver": "A2"}) for row in by_others]
    assert aims(several_days(history=tuple(by_others)))["C2"].visits == 4
    assert aims(several_days(history=tuple(by_contact)))["C2"].visits == 0


def test_days_that_have_left_the_fortnight_do_not_count():
    old = tuple(past("C2", "A1", 11, hour) for hour in (6, 7, 8, 9))
    assert aims(several_days(history=old))["C2"].visits == 2


def test_whom_a_client_has_met_already_is_no_new_face():
    met = (past("C2", "A3"), past("C2", "A3", hour=9), past("C2", "LEFT", 2))
    instance = several_days(history=met)
    before, after = aims(several_days())["C2"], aims(instance)["C2"]
    assert (before.faces, before.gone, len(before.known)) == (1, 0, 0)
    assert (after.faces, after.gone, list(after.known.values())) == (2, 1, [2])
    problem = compile_instance(instance).problem
    nobody = standing_of(problem, [()] * problem.shifts, [after])[0]
    assert (nobody.over, sum(nobody.comes.values())) == (0, 2)
    evening = int(after.meetings[0])
    people = problem.caregiver
    by = {
        person: [
            (evening,) if shift == list(people).index(person) else ()
            for shift in range(len(people))
        ]
        for person in set(people)
    }
    over = {p: standing_of(problem, rounds, [after])[0].over for p, rounds in by.items()}
    assert [p for p, many in over.items() if many == 0] == list(after.known)


def test_a_missed_aim_makes_others_dearer_and_nothing_else():
    instance = several_days()
    problem = compile_instance(instance).problem
    aim = aims(instance)["C2"]
    empty = [()] * problem.shifts
    prices = Prices([aim])
    prices.follow(standing_of(problem, empty, [aim]))
    added = prices.applied(problem).pair_cost.astype(int) - problem.pair_cost
    others = np.setdiff1d(np.arange(problem.shifts), aim.contact)
    assert (added[np.ix_(aim.reachable, others)] == STEP).all()
    assert added.sum() == STEP * len(aim.reachable) * len(others)


@given(st.lists(st.dictionaries(st.integers(0, 3), st.integers(1, 9), max_size=4), min_size=1))
@settings(max_examples=25, deadline=None)
def test_the_rarer_somebody_comes_the_dearer_and_all_that_one_does_costs_less_than_a_face(rows):
    problem = compile_instance(several_days()).problem
    aim = replace(aims(several_days())["C2"], visits=0)
    prices = Prices([aim])
    for number, comes in enumerate(rows):
        prices.follow([Standing(0, max(0, len(comes) - 1), comes)])
        added = prices.applied(problem).pair_cost.astype(int) - problem.pair_cost
        dear = added[int(aim.meetings[0])]
        assert (added[aim.meetings] == dear).all()
        assert not added[:, aim.contact].any()
        assert not np.delete(added, aim.meetings, axis=0).any()
        assert prices.rare <= RARE_STEP * (number + 1)
        others = np.setdiff1d(np.arange(problem.shifts), aim.contact)
        for one in others:
            times = comes.get(int(problem.caregiver[one]), 0)
            assert dear[one] * (times + 1) <= prices.rare < (dear[one] + 1) * (times + 1)
            for other in others:
                if times < comes.get(int(problem.caregiver[other]), 0):
                    assert dear[one] >= dear[other]


def test_faces_have_no_price_until_a_client_meets_too_many_and_then_every_client_has_one():
    problem = compile_instance(several_days()).problem
    wanted = [replace(row, visits=0) for row in aims(several_days()).values()]
    prices = Prices(wanted)
    good = [Standing(0, 0, {0: 3}) for _ in wanted]
    prices.follow(good)
    assert (prices.applied(problem).pair_cost == problem.pair_cost).all()
    prices.follow([Standing(0, 1, {0: 3, 1: 1}), *good[1:]])
    added = prices.applied(problem).pair_cost.astype(int) - problem.pair_cost
    assert all(added[aim.meetings].any() for aim in wanted)


def test_it_comes_nearer_to_the_aims_than_a_plain_search_that_minds_only_travel():
    weights = small_case().weights.model_copy(
        update={"not_contact": 0, "not_deputy": 0, "new_face": 0, "evening_face": 0}
    )
    instance = several_days(weights=weights)
    plain = Engine().plan(instance, BUDGET, seed=1)
    steered = HorizonEngine().plan(instance, BUDGET, seed=1)
    wanted = list(aims(instance).values())
    problem = compile_instance(instance).problem

    def missing(plan):
        tasks = compile_instance(instance).tasks
        rounds = [
            [tasks[stop.id, stop.seat] for stop in row.stops if (stop.id, stop.seat) in tasks]
            for row in plan.rounds
        ]
        return missed(standing_of(problem, rounds, wanted))

    assert missing(steered) == 0 < missing(plain)
    assert share(instance, steered) >= 0.25
    assert score(instance, steered).cost == steered.cost
    assert not score(instance, steered).faults


def test_the_same_seed_gives_the_same_plan():
    instance = several_days()
    first, again = (HorizonEngine().plan(instance, BUDGET, seed=5) for _ in range(2))
    assert first.id == again.id


def test_a_plan_to_begin_from_is_never_made_worse():
    instance = several_days()
    good = HorizonEngine().plan(instance, BUDGET, seed=1)
    again = HorizonEngine().plan(instance, Budget(iterations=10), seed=9, start=good)
    assert share(instance, again) >= min(share(instance, good), 0.25)


def test_a_single_day_without_history_is_searched_as_it_is():
    instance = instance_of(small_case())
    plain = Engine().plan(instance, BUDGET, seed=1)
    assert HorizonEngine().plan(instance, BUDGET, seed=1).rounds == plain.rounds


@pytest.mark.parametrize("stop_after", [1, 3])
def test_an_observer_ends_it_and_hears_of_the_whole(stop_after):
    instance = several_days()
    problem = compile_instance(instance).problem
    shares = []

    def look(progress):
        shares.append(progress.share)
        return len(shares) < stop_after

    found = Steered(list(aims(instance).values()))(problem, BUDGET, seed=1, observer=look)
    assert len(shares) == stop_after
    assert found.rounds


def test_each_round_is_searched_once_and_priced_without_another_search():
    weights = small_case().weights.model_copy(update={"not_contact": 0, "not_deputy": 0})
    instance = several_days(weights=weights)
    problem = compile_instance(instance).problem
    wanted = [replace(row, visits=99) for row in aims(instance).values()]
    calls = []

    def search(problem, budget, **named):
        found = solve(problem, budget, **named)
        calls.append((problem, found))
        return found

    best = Steered(wanted, search)(problem, Budget(iterations=12_000), seed=1)
    assert len(calls) == 1 + ROUNDS
    assert evaluate(problem, best.rounds, best.start).cost == best.cost
    for priced, found in calls:
        own = without_prices(problem, priced, found)
        seen = evaluate(problem, found.rounds, found.start)
        assert (own.cost, seen.violations) == (seen.cost, ())
        assert (own.cost < found.cost) == (priced is not problem)
        assert evaluate(priced, found.rounds, found.start).cost == found.cost


def test_rounds_end_when_nothing_is_missing():
    instance = several_days()
    problem = compile_instance(instance).problem
    calls = []

    def search(problem, budget, **named):
        calls.append(budget.iterations)
        return dense.search(problem, Budget(iterations=1), **named)

    Steered([], search)(problem, Budget(iterations=100), seed=1)
    assert calls == [20]


def test_rounds_to_begin_from_make_rare_faces_dear_at_once():
    instance = several_days()
    problem = compile_instance(instance).problem
    wanted = list(aims(instance).values())
    good = solve(problem, BUDGET, seed=1)
    searched = []

    def search(problem, budget, **named):
        searched.append(problem)
        return solve(problem, budget, **named)

    Steered(wanted, search)(problem, Budget(iterations=100), seed=1, start=good.again)
    as_it_is, first = searched[:2]
    assert as_it_is is problem
    prices = Prices(wanted)
    prices.hold(standing_of(problem, good.rounds, wanted))
    assert prices.rare == HELD
    assert (first.pair_cost == prices.applied(problem).pair_cost).all()
    assert (first.pair_cost > problem.pair_cost).any()


def test_alarms_out_of_reach_count_before_faces():
    instance = several_days()
    problem = compile_instance(instance).problem
    steered = Steered([])
    found = solve(problem, BUDGET, seed=1)
    shifts = len(found.rounds)
    cover = Cover(
        held=np.zeros(problem.tasks, np.uint8),
        opens=np.array([0], np.int32),
        closes=np.array([60], np.int32),
        limit=np.array([0], np.int32),
        cost=np.array([7], np.int64),
        way=np.array([0], np.int32),
        duty=np.array([0], np.int32),
        to_place=np.full((1, *problem.travel.shape[:2]), 1, np.int32),
        until=np.full((1, shifts), NEVER, np.int32),
    )
    assert steered._rank(problem, found)[1] == 0
    assert steered._rank(replace(problem, cover=cover), found)[1] == 7 * 60
