from planner.model.visits import Seat
from planner.rules.ids import RuleId
from planner.rules.reading import instant
from planner.rules.terms import AtLeastApart
from tests.build.judging import found, terms
from tests.build.small import find, later, small, without


def test_the_second_medicine_comes_late_enough():
    instance, plan = small()
    (gap,) = instance.demand.gaps
    first, second = (instant(find(plan, visit)[0].start) for visit in (gap.before, gap.after))
    slack = second - first - gap.seconds
    assert found(RuleId.MIN_GAP, instance, later(plan, gap.after, -slack)) == []
    (finding,) = found(RuleId.MIN_GAP, instance, later(plan, gap.after, -slack - 5))
    assert finding.parameters["seconds"] == 5
    assert found(RuleId.MIN_GAP, instance, without(plan, gap.before)) == []
    assert terms(RuleId.MIN_GAP, instance) == [
        AtLeastApart(Seat(gap.before), Seat(gap.after), gap.seconds)
    ]
