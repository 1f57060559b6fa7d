from planner.model.orders import DeliveryTime, ServiceKind
from planner.model.units import VisitId
from planner.model.visits import Seat
from planner.rules.ids import RuleId
from planner.rules.reading import instant
from planner.rules.terms import StartWithin
from tests.build.homes import at_home, one_home, planned
from tests.build.judging import found, terms
from tests.build.parts import DAY, HOUR, clock
from tests.build.plans import at
from tests.build.small import find, later, span

GOODS = VisitId(f"C1:{DAY.isoformat()}:goods")


def test_somebody_is_there_from_before_the_goods_may_come_until_after():
    times = DeliveryTime(earliest=clock("10:00"), latest=clock("10:40"))
    goods = at_home("S1", ServiceKind.GROCERY_RECEIPT, "goods", duration=HOUR, delivery=times)
    instance, plan = planned(one_home(goods))
    opens, closes = (instant(at(wall)) for wall in ("9:40", "10:00"))
    assert terms(RuleId.RECEIVING, instance) == [StartWithin(Seat(GOODS), span(opens, closes))]
    assert found(RuleId.RECEIVING, instance, plan) == []
    start = instant(find(plan, GOODS)[0].start)
    for moment in (opens - 1, closes + 1):
        (fault,) = found(RuleId.RECEIVING, instance, later(plan, GOODS, moment - start))
        assert (fault.parameters["earliest"], fault.parameters["latest"]) == (opens, closes)
    for moment in (opens, closes):
        assert found(RuleId.RECEIVING, instance, later(plan, GOODS, moment - start)) == []


def test_other_visits_have_no_such_time():
    instance, _ = planned(one_home(at_home("S1", ServiceKind.GROCERY_RECEIPT)))
    assert terms(RuleId.RECEIVING, instance) == []
