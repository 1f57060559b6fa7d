import numpy as np
import pytest
import typer

from api.demo import DemoSize, generate
from benchmarks.rivals.run import travel_of
from benchmarks.scale import numbers, prepared
from maps.streets import Streets
from planner.calendar.demand import expand
from planner.model.instance import Instance
from tests.build.demo import PlainStreets
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
    problem, size = prepared(instance, Streets.open("goteborg"))
    assert size.tasks == problem.tasks >= size.visits > 0
    assert size.points == problem.travel.shape[1]
    assert min(size.matrix_s, size.demand_s, size.compile_s) >= 0


def test_groups_are_read_from_a_list():
    assert numbers("5, 1,2") == (1, 2, 5)
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
