import pytest

from planner.checker import check_plan
from planner.model.findings import Level
from tests.build.breaking import Mutation
from tests.build.cases import small_case, straight_line_travel
from tests.build.plans import small_plan
from tests.planner.checker.broken_doors import DOORS
from tests.planner.checker.broken_rounds import ACTIVITIES, DOCUMENT, ROADS, ROUNDS
from tests.planner.checker.broken_visits import OPEN, PEOPLE, VISITS

MUTATIONS = (*DOCUMENT, *ROUNDS, *ROADS, *ACTIVITIES, *VISITS, *PEOPLE, *OPEN, *DOORS)


def test_unbroken_plan_gives_nothing():
    case = small_case()
    travel = straight_line_travel(case)
    assert check_plan(case, small_plan(case, travel), travel) == ()


@pytest.mark.parametrize("broken", MUTATIONS, ids=lambda broken: broken.name.replace(" ", "-"))
def test_broken_plan_is_named(broken: Mutation):
    sound = small_case()
    travel = straight_line_travel(sound)
    plan = broken.change(small_plan(sound, travel))
    findings = check_plan(broken.case, plan, travel)
    hard = [finding for finding in findings if finding.level is Level.LAW]
    assert {finding.rule for finding in hard} == set(broken.codes)
    named = [finding for finding in hard if finding.rule == broken.codes[0]]
    assert any(broken.parameters.items() <= dict(one.parameters).items() for one in named), named


def test_at_least_twenty_five_ways():
    assert len({broken.codes[0] for broken in MUTATIONS}) >= 25
