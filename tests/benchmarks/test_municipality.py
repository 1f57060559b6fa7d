from pathlib import Path

import pytest
from typer.testing import CliRunner

from benchmarks.nights.beside import costs_by_team, sampled
from benchmarks.nights.judge import Judged, judged, of_joint, share, weighed
from benchmarks.nights.rows import table_in, teams_in
from benchmarks.page.growth import nights
from benchmarks.registry import load
from planner.checker import Code
from planner.districts import districts_of
from planner.rules.ids import RuleId
from planner.score.reference import score
from solver.continuity.limits import ContinuityLimits
from tests.build.cases import instance_of, small_case
from tests.build.night import TEAMS, two_teams
from tests.build.nights import NIGHT
from tests.build.plans import small_plan
from tests.build.small import random_plan
from tests.build.switches import SWITCHES


def test_a_night_of_a_group_is_planned_judged_and_written(tmp_path: Path):
    arguments = ["municipality", "--size", "group", "--workers", "1", "--out", str(tmp_path)]
    short = ["--team-moves", "200", "--district-moves", "100", "--sample", "1", "--alone", "0.2"]
    done = CliRunner().invoke(load(), [*arguments, *short])
    assert done.exit_code == 0, done.output
    (row,) = table_in(tmp_path).rows()
    assert (row.size, row.groups, row.days, row.workers, row.seed) == ("group", 1, 1, 1, 1)
    assert (row.failed, row.hard_faults, row.rest_faults) == (0, 0, 0)
    assert row.visits > 50
    assert min(row.seconds, row.parent_mb, row.worker_mb, row.cost) > 0
    assert row.of_joint is not None
    (team,) = teams_in(tmp_path).rows()
    assert (row.sampled, row.worst_gap) == (1, team.worse_percent)
    assert team.worse_percent == round(100 * (team.night - team.alone) / team.alone, 2)
    assert "0 hard faults, 0 of them of rest between days" in done.output


def test_with_alarms_free_of_charge_their_reach_is_measured_all_the_same(tmp_path: Path):
    arguments = ["municipality", "--size", "group", "--workers", "1", "--no-limits"]
    for folder, more in (("charged", []), ("free", ["--no-alarm-reach"])):
        short = [
            "--team-moves",
            "20000",
            "--district-moves",
            "100",
            "--out",
            str(tmp_path / folder),
        ]
        done = CliRunner().invoke(load(), [*arguments, *short, *more])
        assert done.exit_code == 0, done.output
    (charged,) = table_in(tmp_path / "charged").rows()
    (free,) = table_in(tmp_path / "free").rows()
    assert (charged.size, free.size) == ("group", "group-alarms-free")
    assert charged.uncovered_s == charged.unavoidable_s == free.unavoidable_s == 0
    assert free.uncovered_s > 0
    assert "(0.0)" in (nights(tmp_path / "free") or "")


def test_a_night_too_short_between_two_days_is_a_hard_fault_of_rest():
    instance, plan = SWITCHES[RuleId.REST]()
    one = judged("D1", instance, plan, None)
    assert one.hard == {Code.REST_TOO_SHORT: 1, Code.WORK_TOO_LONG: 1}
    assert (one.faults, one.between_days) == (2, 1)
    assert (one.possible, one.at_aim, one.over_fewest) == (None, None, None)


def test_faces_are_held_against_the_own_team_too():
    case = two_teams()
    instance = instance_of(case)
    plan = random_plan(instance, 1)
    one = judged("D1", instance, plan, ContinuityLimits())
    assert one.over_fewest is not None
    assert one.over_team is not None
    assert one.over_fewest >= one.over_team


def test_a_plan_is_held_against_what_is_possible():
    instance = instance_of(small_case())
    plan = small_plan(instance.case, instance.travel)
    one = judged("D1", instance, plan, ContinuityLimits())
    assert (one.visits, one.placed, one.faults, one.between_days) == (8, 8, 0, 0)
    assert one.cost == score(instance, plan).cost
    assert one.over_team == one.over_fewest  # one team is the whole district
    assert one.possible is not None
    assert one.possible >= one.by_contact > 0
    assert of_joint([one, one]) == round(one.by_contact / one.possible, 4)


def test_shares_are_of_all_districts_together():
    rows = [
        Judged("D", 1, 1, {}, 0, 0, 0, by_contact=done, counted=9, clients=1, possible=most)
        for done, most in ((1, 2), (5, 6), (7, None))
    ]
    assert of_joint(rows) == 0.75
    assert of_joint(rows[2:]) is None
    assert share(1, 0) is None
    assert weighed([(3, 1.0), (1, 0.5), (8, None)]) == 0.875
    assert weighed([]) is None


def test_what_the_teams_of_a_district_cost_adds_up_to_its_plan():
    instance = instance_of(two_teams())
    plan = random_plan(instance)
    (district,) = districts_of(instance.case)
    teams = {str(group): team.id for team in district.teams for group in team.groups}
    costs = costs_by_team(instance, plan, teams)
    assert set(costs) <= {team.id for team in district.teams}
    assert costs.total() == score(instance, plan).cost


@pytest.mark.parametrize(("sample", "found"), [(0, 0), (1, 1), (2, 2), (9, 2)])
def test_a_sample_is_spread_over_the_teams(sample: int, found: int):
    rows = list(sampled(two_teams(), sample))
    assert len({team.id for _, _, team in rows}) == found
    assert all(teams.keys() == set(TEAMS) for _, teams, _ in rows)


def test_the_page_tells_a_night(tmp_path: Path):
    assert nights(tmp_path) is None
    table_in(tmp_path).add(NIGHT)
    text = nights(tmp_path)
    assert text is not None
    assert text.splitlines()[-1] == (
        "| municipality | 80 | 14 | 2 | 70,000 | 66.7 | 500 + 2 x 300 | 3 | 2 | 1 | 10.0 (0.0) "
        "| 30.1 | 95.0 | 97.1 | 1.20 | 1.10 | +0.50 (of 10) |"
    )
