from dataclasses import replace
from pathlib import Path

import numpy as np
import pytest
import typer
from typer.testing import CliRunner

from api.demo import DemoSize, generate
from benchmarks.growth.measure import measured, prepared
from benchmarks.growth.nights import row_of
from benchmarks.growth.rows import table_in
from benchmarks.measuring.clock import ClockName
from benchmarks.measuring.search import Effort
from benchmarks.measuring.series import series_in
from benchmarks.nights.rows import table_in as nights_in
from benchmarks.page.growth import growth
from benchmarks.registry import load
from benchmarks.rivals.run import travel_of
from benchmarks.scale import numbers, sizes
from maps.streets import Streets
from planner.calendar.demand import expand
from planner.model.instance import Instance
from tests.build.demo import PlainStreets
from tests.build.nights import NIGHT
from tests.build.problems import line, problem_of


def test_a_case_of_so_many_groups_is_made_of_the_first_ones_of_the_whole():
    streets = PlainStreets()
    two, one = (
        generate(DemoSize.DISTRICT, seed=1, only=count, streets=streets).case for count in (2, 1)
    )
    assert [group.id for group in two.groups] == ["G01", "G01E", "G02", "G02E"]
    assert two.clients[: len(one.clients)] == one.clients
    assert one.id != two.id


def test_growth_is_told_with_its_sizes():
    demo = generate(DemoSize.DISTRICT, seed=1, only=1, streets=PlainStreets())
    instance = Instance(demo.case, expand(demo.case), demo.travel)
    ready = prepared(instance, Streets.open("goteborg"))
    size = ready.size
    assert size.tasks == ready.compiled.problem.tasks >= size.visits > 0
    assert size.points == ready.compiled.problem.travel.shape[1]
    assert min(size.matrix_s, size.demand_s, size.compile_s) >= 0
    assert (ready.aims, size.aims_s) == ((), 0.0)


def test_several_days_are_planned_towards_their_aims_and_judged():
    demo = generate(DemoSize.DISTRICT, seed=1, days=2, only=1, streets=PlainStreets())
    instance = Instance(demo.case, expand(demo.case), demo.travel)
    ready = prepared(instance, Streets.open("goteborg"))
    assert ready.aims
    key = (1, 2, 1, 1, "cpu", "total", 0.5)
    row = measured(key, Effort(0.5, 1, ClockName.CPU), ready)
    assert (row.groups, row.days, row.budget, row.spent) == (1, 2, "total", 0.5)
    assert (row.visits, row.faults) == (ready.size.visits, 0)
    assert row.cost_per_visit == round(row.cost / row.visits, 1)


def test_a_night_becomes_a_row_of_the_same_table(tmp_path: Path):
    nights_in(tmp_path).add(NIGHT)
    done = CliRunner().invoke(
        load(), ["scale", "--groups", "none", "--days", "none", "--out", str(tmp_path)]
    )
    assert done.exit_code == 0, done.output
    (row,) = table_in(tmp_path).rows()
    assert (row.groups, row.days, row.threads, row.budget) == (80, 14, 2, "nightly")
    assert (row.spent, row.peak_mb, row.unplaced, row.faults) == (4000.0, 1100, 3, 2)
    assert (row.tasks, row.moves_per_second, row.cost_per_visit) == (None, None, 10.0)
    text = growth(tmp_path)
    assert text is not None
    assert text.splitlines()[-1] == (
        "| 80 | 14 | 70,000 | - | - | - | - | - | 1,100 | 4000 (nightly) | - | 3 | 2 | 10 |"
    )


def test_a_night_is_compared_by_its_cost_and_has_no_speed(tmp_path: Path):
    night = row_of(replace(NIGHT, unplaced=0))
    table_in(tmp_path).add(night)
    (series,) = series_in(tmp_path)
    assert series.name == (
        "scale 80 groups, 14 days, 70000 moves per visit nightly wall, 2 threads"
    )
    assert (series.values, series.speed) == ((700_000.0,), False)


def test_sizes_are_a_day_of_groups_and_days_of_one_group():
    assert list(sizes("2,1", "7,1")) == [(1, 1), (2, 1), (1, 7)]


def test_groups_are_read_from_a_list():
    assert numbers("5, 1,2") == (1, 2, 5)
    assert numbers("none") == ()
    for wrong in ("", "a", "0", "1,,2", "-1"):
        with pytest.raises(typer.BadParameter):
            numbers(wrong)


def test_the_way_of_a_round_counts_its_ends_and_skips_stops_made_anywhere():
    problem = problem_of(
        [{"location": 1}, {"location": -1}, {"location": 3}], [{"shift_end": 9000}], line(4)
    )
    assert travel_of(problem, ((0, 1, 2),)) == 300 * (1 + 2 + 3)
    assert travel_of(problem, ((),)) == 0
    assert np.array_equal(problem.location, [1, -1, 3])
