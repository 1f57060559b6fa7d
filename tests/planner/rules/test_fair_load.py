import pytest

from planner.model.units import CaregiverId
from planner.model.weights import Weights
from planner.rules.ids import RuleId
from planner.rules.paid import fair_shares, paid_seconds
from planner.rules.terms import FairShare
from tests.build.judging import cost, found, terms
from tests.build.small import BOXES, CHECK, find, handed, small, small_with, without


def work_of(instance):
    duties = sum(row.duration for row in instance.demand.activities if row.duty is not None)
    visits = 0
    for seat in instance.seats:
        visit = instance.visits[seat.visit]
        visits += visit.duration if seat.number == 1 else visit.second.duration
    return visits + duties


def test_shares_are_the_same_part_of_paid_time_less_own_duties():
    instance, _ = small()
    paid, work = paid_seconds(instance), work_of(instance)
    duties = dict.fromkeys(instance.shifts, 0)
    for row in instance.demand.activities:
        duties[row.shift] += row.duration if row.duty is not None else 0
    assert any(duties.values())
    for shift, share in zip(instance.shifts.values(), fair_shares(instance).values(), strict=True):
        whole = share + duties[shift.id]
        assert whole == pytest.approx(work * paid[shift.id] / sum(paid.values()), abs=1)


def test_work_above_the_share_costs_by_the_second():
    instance, plan = small_with(weights=Weights(unfair_work=3))
    (before,) = found(RuleId.FAIR_LOAD, instance, plan)
    above = before.parameters["seconds"]
    assert isinstance(above, int)
    assert before.cost == 3 * above > 0
    assert before.parameters["caregiver"] == "A1"
    assert find(plan, BOXES)[1].caregiver == "A1"
    less = instance.visits[BOXES].duration
    assert 0 < less < above
    assert cost(RuleId.FAIR_LOAD, instance, without(plan, BOXES)) == before.cost - 3 * less
    assert cost(RuleId.FAIR_LOAD, instance, handed(plan, CHECK, "T1")) > before.cost


def test_the_shares_and_the_weight_are_one_term_and_nothing_without_a_weight():
    instance, plan = small_with(weights=Weights(unfair_work=3))
    (term,) = terms(RuleId.FAIR_LOAD, instance)
    assert term == FairShare(fair_shares(instance), 3)
    assert set(term.shares) == {CaregiverId(f"A{n}") for n in (1, 2, 3)}
    without_wish, _ = small_with(weights=Weights(unfair_work=0))
    assert terms(RuleId.FAIR_LOAD, without_wish) == []
    assert found(RuleId.FAIR_LOAD, without_wish, plan) == []


def test_nobody_on_duty_has_a_share():
    instance, _ = small()
    assert fair_shares(type(instance)(instance.case, empty(instance), instance.travel)) == {}


def empty(instance):
    demand = instance.demand
    return type(demand)(**{**fields_of(demand), "turns": (), "activities": ()})


def fields_of(value):
    return {name: getattr(value, name) for name in value.__dataclass_fields__}
