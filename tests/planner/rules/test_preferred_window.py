from planner.model.visits import Seat
from planner.model.weights import Weights
from planner.rules.ids import RuleId
from planner.rules.reading import instant
from planner.rules.terms import PreferWithin
from tests.build.judging import cost, terms
from tests.build.small import DOUBLE, find, later, small_with, without


def test_each_second_outside_the_wish_costs_once_for_a_double():
    instance, plan = small_with(weights=Weights(outside_preferred_window=7))
    wish = instance.visits[DOUBLE].preferred
    assert wish is not None
    start = instant(find(plan, DOUBLE)[0].start)
    others = cost(RuleId.PREFERRED_WINDOW, instance, without(plan, DOUBLE))
    for moment, price in ((wish.earliest - 10, 70), (wish.latest + 2, 14), (wish.latest, 0)):
        moved = plan
        for seat in (1, 2):
            moved = later(moved, DOUBLE, moment - start, seat)
        assert cost(RuleId.PREFERRED_WINDOW, instance, moved) == others + price
    assert PreferWithin(Seat(DOUBLE), wish, 7) in terms(RuleId.PREFERRED_WINDOW, instance)
