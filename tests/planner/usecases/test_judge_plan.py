"""A plan that somebody brings along."""

from planner.model.findings import Finding, Level
from planner.model.plan import Plan
from planner.usecases.judge_plan import judge_plan
from tests.build.morning import morning_case, morning_plan, morning_travel
from tests.build.ports import FixedTravel, Register


def judged(plan: Plan) -> tuple[Finding, ...]:
    return judge_plan(
        morning_case(), plan, travel=FixedTravel(morning_travel()), addresses=Register()
    )


def test_the_morning_planned_by_hand_is_sound() -> None:
    assert [row for row in judged(morning_plan()) if row.level is Level.LAW] == []


def test_a_plan_of_another_case_is_found_out() -> None:
    foreign = morning_plan().model_copy(update={"case": "evening"})
    assert "case_mismatch" in {row.rule for row in judged(foreign)}
