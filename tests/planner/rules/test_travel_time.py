from planner.rules.ids import RuleId
from tests.build.judging import codes
from tests.build.small import CHECK, EVENING, find, later, small, with_rounds, with_stop


def test_a_plan_whose_travel_is_not_the_matrix_is_a_fault():
    instance, plan = small()
    assert codes(RuleId.TRAVEL_TIME, instance, plan) == []
    travel = find(plan, EVENING)[0].travel
    wrong = with_stop(plan, EVENING, travel=travel + 1)
    assert codes(RuleId.TRAVEL_TIME, instance, wrong) == ["stated"]
    home = with_rounds(plan, lambda row: row.model_copy(update={"travel_home": 1}))
    assert codes(RuleId.TRAVEL_TIME, instance, home) == ["stated"] * 3


def test_nobody_starts_before_they_can_be_there():
    instance, plan = small()
    stop, _ = find(plan, EVENING)
    waits = int((stop.start - stop.arrival).total_seconds())
    just = later(plan, EVENING, -waits)
    assert "too_soon" not in codes(RuleId.TRAVEL_TIME, instance, just)
    too_soon = later(plan, EVENING, -waits - 1)
    assert "too_soon" in codes(RuleId.TRAVEL_TIME, instance, too_soon)
    arrives = with_stop(plan, EVENING, arrival=stop.start)
    assert codes(RuleId.TRAVEL_TIME, instance, arrives) == ["arrival"]


def test_a_visit_happens_at_its_place_and_places_have_travel_times():
    instance, plan = small()
    assert "elsewhere" in codes(RuleId.TRAVEL_TIME, instance, with_stop(plan, CHECK, place="P1"))
    nowhere = with_stop(plan, CHECK, place="MARS")
    assert "no_road" in codes(RuleId.TRAVEL_TIME, instance, nowhere)
