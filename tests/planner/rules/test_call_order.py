import pytest

from planner.model.orders import ServiceKind
from planner.model.units import Seconds, VisitId
from planner.model.visits import Seat
from planner.rules.ids import RuleId
from planner.rules.reading import instant
from planner.rules.terms import AtLeastApart
from tests.build.homes import at_home, one_home, planned
from tests.build.judging import codes, found, terms
from tests.build.parts import DAY, MINUTE
from tests.build.small import find, later, without

CARE, SIMPLE, HOUSING = ServiceKind.MEAL, ServiceKind.SIMPLIFIED, ServiceKind.HOUSING_SUPPORT


def visit(label: str) -> str:
    return f"C1:{DAY.isoformat()}:{label}"


@pytest.mark.parametrize(
    ("services", "order"),
    [
        ((at_home("S1", CARE), at_home("S2", SIMPLE)), ("morning.S2", "morning")),
        ((at_home("S1", CARE), at_home("S2", HOUSING)), ("morning", "morning.S2")),
        ((at_home("S1", HOUSING), at_home("S2", SIMPLE)), ("morning.S2", "morning.S1")),
        (
            (at_home("S1", CARE), at_home("S2", CARE, alone=True, order_in_visit=-1)),
            ("morning.S2", "morning"),
        ),
        (
            (at_home("S1", CARE), at_home("S2", SIMPLE, order_in_visit=1)),
            ("morning.S2", "morning"),
        ),
    ],
)
def test_one_is_done_before_the_next_starts(services, order):
    before, after = map(visit, order)
    instance, plan = planned(one_home(*services))
    assert terms(RuleId.CALL_ORDER, instance) == [
        AtLeastApart(Seat(VisitId(before)), Seat(VisitId(after)), Seconds(30 * MINUTE))
    ]
    assert codes(RuleId.CALL_ORDER, instance, plan) == []
    gap = instant(find(plan, after)[0].start) - instant(find(plan, before)[0].end)
    assert gap >= 0
    (fault,) = found(RuleId.CALL_ORDER, instance, later(plan, after, -gap - 5))
    assert fault.parameters["seconds"] == 5
    assert fault.parameters["before"] == before
    assert found(RuleId.CALL_ORDER, instance, without(plan, before)) == []


@pytest.mark.parametrize(
    "services",
    [
        (at_home("S1", CARE), at_home("S2", SIMPLE, "noon")),
        (at_home("S1", CARE), at_home("S2", ServiceKind.ESCORT)),
        (at_home("S1", CARE), at_home("S2", ServiceKind.CHECK)),
        (at_home("S1", CARE), at_home("S2", SIMPLE, place="OFFICE")),
    ],
)
def test_other_calls_escorts_checks_and_errands_have_no_order(services):
    instance, _ = planned(one_home(*services))
    assert len(instance.demand.visits) == 2
    assert terms(RuleId.CALL_ORDER, instance) == []
