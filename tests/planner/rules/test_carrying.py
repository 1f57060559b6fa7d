from planner.model.places import TravelMode
from planner.model.units import ShiftId
from planner.model.visits import Seat
from planner.rules.carrying import Carrying
from planner.rules.ids import RuleId
from planner.rules.terms import Capacity, Load
from tests.build.judging import found, terms
from tests.build.small import BOXES, handed, small, with_visit


def test_a_bike_carries_twelve_boxes():
    instance, plan = small()
    plan = handed(plan, BOXES, "T2")
    assert found(RuleId.CARRYING, with_visit(instance, BOXES, boxes=12), plan) == []
    heavy = with_visit(instance, BOXES, boxes=13)
    (finding,) = found(RuleId.CARRYING, heavy, plan)
    assert (finding.parameters["boxes"], finding.parameters["most"]) == (13, 12)
    assert found(RuleId.CARRYING, heavy, handed(plan, BOXES, "T1")) == []
    assert Capacity(ShiftId("T2"), 12) in terms(RuleId.CARRYING, heavy)
    assert Load(Seat(BOXES), 13) in terms(RuleId.CARRYING, heavy)


def test_without_boxes_nothing_is_bounded():
    instance, _ = small()
    assert terms(RuleId.CARRYING, with_visit(instance, BOXES, boxes=0)) == []


def test_other_capacities_can_be_set():
    instance, plan = small()
    rule = Carrying(dict.fromkeys(TravelMode, 2))
    assert [row.parameters["most"] for row in rule.check(instance, plan)] == [2]
