from dataclasses import replace

from planner.model.units import VisitId
from planner.model.visits import Seat
from planner.model.weights import Weights
from planner.rules.ids import RuleId
from planner.rules.reading import instant
from planner.rules.terms import PreferWithin
from tests.build.homes import one_home, planned
from tests.build.judging import cost, terms
from tests.build.parts import DAY, clock, service, window
from tests.build.plans import at
from tests.build.small import find, later, span, with_visit

MORNING = VisitId(f"C1:{DAY.isoformat()}:morning")


def test_each_second_beyond_a_quarter_of_an_hour_costs():
    wash = service("S1", window=window("7:30", "12:00"), usual_start=clock("9:00"))
    instance, plan = planned(one_home(wash, weights=Weights(unsteady=3)))
    usual = instant(at("9:00"))
    assert instance.visits[MORNING].usual == usual
    assert terms(RuleId.STEADY_TIME, instance) == [
        PreferWithin(Seat(MORNING), span(usual - 900, usual + 900), 3)
    ]
    start = instant(find(plan, MORNING)[0].start)
    for moment, paid in ((-910, 30), (-900, 0), (0, 0), (900, 0), (960, 180)):
        moved = later(plan, MORNING, usual + moment - start)
        assert cost(RuleId.STEADY_TIME, instance, moved) == paid


def test_the_clients_own_wish_comes_first():
    wash = service("S1", window=window("7:30", "12:00"), usual_start=clock("9:00"))
    instance, plan = planned(one_home(wash))
    visit = instance.visits[MORNING]
    wished = with_visit(instance, MORNING, preferred=replace(visit.window))
    assert terms(RuleId.STEADY_TIME, wished) == []
    assert cost(RuleId.STEADY_TIME, wished, later(plan, MORNING, 7200)) == 0
