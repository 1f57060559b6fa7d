from planner.model.units import ActivityId, ShiftId
from planner.rules.ids import RuleId
from planner.rules.reading import instant
from planner.rules.terms import Attend
from tests.build.judging import codes, terms
from tests.build.small import find, later, small, without

REST = "T1:break:1"


def test_a_break_stands_in_its_round_in_its_window():
    instance, plan = small()
    assert codes(RuleId.BREAK, instance, plan) == []
    assert codes(RuleId.BREAK, instance, without(plan, REST)) == ["missing", "stretch"]
    (window,) = (row.window for row in instance.demand.activities if row.id == REST)
    start = instant(find(plan, REST)[0].start)
    early = later(plan, REST, window.earliest - 1 - start)
    assert codes(RuleId.BREAK, instance, early) == ["misplaced"]
    assert Attend(ActivityId(REST), window) in terms(RuleId.BREAK, instance)


def test_nobody_works_five_hours_and_a_second():
    instance, plan = small()
    turn = instance.turns[ShiftId("T1")]
    start, end = (
        instant(moment) for moment in (find(plan, REST)[0].start, find(plan, REST)[0].end)
    )
    for by, told in (
        (turn.start + 5 * 3600 - start, []),
        (turn.start + 5 * 3600 + 1 - start, ["stretch"]),
        (turn.end - 5 * 3600 - end, []),
        (turn.end - 5 * 3600 - 1 - end, ["stretch"]),
    ):
        moved = codes(RuleId.BREAK, instance, later(plan, REST, by))
        assert [code for code in moved if code == "stretch"] == told
