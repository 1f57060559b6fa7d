from planner.model.units import Seconds
from planner.model.visits import SecondSeat
from planner.rules.ids import RuleId
from planner.rules.reading import instant
from tests.build.judging import found, terms
from tests.build.small import CHECK, DOUBLE, find, later, small, span, with_visit


def test_a_start_outside_the_window_is_a_fault_by_a_single_second():
    instance, plan = small()
    window = instance.visits[CHECK].window
    start = instant(find(plan, CHECK)[0].start)
    assert found(RuleId.TIME_WINDOW, instance, plan) == []
    for moment in (window.earliest, window.latest):
        assert found(RuleId.TIME_WINDOW, instance, later(plan, CHECK, moment - start)) == []
    for outside in (window.earliest - 1, window.latest + 1):
        moved = later(plan, CHECK, outside - start)
        assert len(found(RuleId.TIME_WINDOW, instance, moved)) == 1


def test_the_window_of_a_second_seat_is_shifted():
    instance, plan = small()
    instance = with_visit(instance, DOUBLE, second=SecondSeat(Seconds(600), Seconds(900)))
    window = instance.visits[DOUBLE].window
    spans = {
        term.seat.number: term.span
        for term in terms(RuleId.TIME_WINDOW, instance)
        if term.seat.visit == DOUBLE
    }
    assert spans == {1: window, 2: span(window.earliest + 600, window.latest + 600)}
    late = window.latest + 601 - instant(find(plan, DOUBLE, 2)[0].start)
    (finding,) = found(RuleId.TIME_WINDOW, instance, later(plan, DOUBLE, late, seat=2))
    assert finding.parameters["seat"] == 2
