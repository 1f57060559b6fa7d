"""Sums of teams: together they are the district's key figures."""

from functools import cache

import pytest

from api.demo import DemoSize, generate
from planner.calendar.demand import expand
from planner.districts import districts_of
from planner.model.instance import Instance
from planner.model.units import GroupId
from planner.score.continuity.standing import of_planned_days
from planner.score.kpi import measure
from planner.score.sums import added, figures_from, sums_of
from planner.usecases.figures import figures_against, figures_of
from solver.continuity.limits import ContinuityLimits
from tests.build.demo import PlainStreets
from tests.build.small import small


@cache
def district():
    demo = generate(DemoSize.DISTRICT, seed=3, streets=PlainStreets())
    return Instance(demo.case, expand(demo.case), demo.travel), demo.planted


@cache
def summed():
    instance, plan = district()
    (whole,) = districts_of(instance.case)
    return sums_of(instance, plan, {team.id: team.groups for team in whole.teams}, None)


def test_the_teams_add_up_to_the_district():
    instance, plan = district()
    known = figures_of(measure(instance, plan), 0)
    found = figures_from(added(summed().values()))
    assert len(summed()) == 10
    for name in (
        "contact_share",
        "clients_at_guide",
        "mean_caregivers",
        "travel_share",
        "used_share",
        "placed_share",
        "delivered_share",
        "alarm_uncovered",
    ):
        assert found[name] == pytest.approx(known[name]), name


def test_every_team_has_its_own():
    shares = {figures_from(row)["contact_share"] for row in summed().values()}
    assert len(shares) > 1


def test_a_clients_visit_by_another_teams_caregiver_is_the_clients_teams_visit():
    instance, plan = small()
    teams = {"day": (GroupId("G1"),), "evening": (GroupId("G1E"),)}
    found = sums_of(instance, plan, teams, None)
    assert found["day"]["visits"] == 8
    assert "visits" not in found["evening"]
    assert found["evening"]["used"] > 0


def test_limits_come_along():
    instance, plan = small()
    limits = ContinuityLimits().find(instance)
    (row,) = sums_of(instance, plan, {"all": (GroupId("G1"), GroupId("G1E"))}, limits).values()
    found = figures_from(row)
    against = figures_against(of_planned_days(instance, plan), limits)
    for name in ("contact_limit", "other_roster_share", "of_joint"):
        assert found[name] == pytest.approx(against[name])
    assert 0 < found["contact_limit"] <= found["other_roster_share"] <= 1


def test_what_nobody_counts_is_left_out():
    assert figures_from({}) == {}
    assert figures_from({"by_contact": 0, "counted": 0}) == {}
    assert figures_from({"alarm_clients": 2, "alarm_uncovered": 0}) == {"alarm_uncovered": 0}
