import pytest

from planner.model.clients import HouseholdMode
from planner.model.units import Seconds, VisitId
from planner.model.visits import Seat
from planner.rules.ids import RuleId
from planner.rules.reading import instant
from planner.rules.terms import AtLeastApart
from tests.build.homes import couple, planned
from tests.build.judging import found, terms
from tests.build.parts import DAY, MINUTE, order, service, window
from tests.build.small import find, later

FIRST, OTHER = f"C1:{DAY.isoformat()}:morning", f"C2:{DAY.isoformat()}:morning"


@pytest.mark.parametrize("turned", [False, True])
def test_one_wholly_then_the_other_in_the_order_of_the_list(turned):
    before, after = (OTHER, FIRST) if turned else (FIRST, OTHER)
    instance, plan = planned(couple(HouseholdMode.IN_TURN, turned=turned))
    assert terms(RuleId.HOUSEHOLD, instance) == [
        AtLeastApart(Seat(VisitId(before)), Seat(VisitId(after)), Seconds(30 * MINUTE))
    ]
    assert found(RuleId.HOUSEHOLD, instance, plan) == []
    gap = instant(find(plan, after)[0].start) - instant(find(plan, before)[0].end)
    assert gap >= 0
    (fault,) = found(RuleId.HOUSEHOLD, instance, later(plan, after, -gap - 1))
    assert fault.parameters["seconds"] == 1


def test_where_the_windows_leave_no_room_the_other_is_first():
    late = service("S1", window=window("10:00", "12:00"))
    early = service("S2", window=window("7:30", "10:15"))
    case = couple(HouseholdMode.IN_TURN, orders=(order("O1", "C1", late), order("O2", "C2", early)))
    instance, _ = planned(case)
    (term,) = terms(RuleId.HOUSEHOLD, instance)
    assert (term.before.visit, term.after.visit) == (OTHER, FIRST)


@pytest.mark.parametrize("mode", [HouseholdMode.INDEPENDENT, HouseholdMode.TOGETHER])
def test_others_have_no_order(mode):
    instance, _ = planned(couple(mode))
    assert terms(RuleId.HOUSEHOLD, instance) == []
