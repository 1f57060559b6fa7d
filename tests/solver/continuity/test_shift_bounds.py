"""What one shift can hold, and a whole day: bounds held against hand-made days."""

import numpy as np
import pytest

from solver.continuity.fullest import most_in_shift
from solver.continuity.joint import Day, most_on, within
from solver.continuity.reach import reach_of
from tests.build.problems import line, problem_of

HOUR = 3600


def at(location, earliest, latest, **changes):
    return {"location": location, "earliest": earliest, "latest": latest, **changes}


def of(tasks, hours=8, shifts=1):
    rows = [{"shift_end": hours * HOUR} for _ in range(shifts)]
    return problem_of(tasks, rows, line(4, step=600))


@pytest.mark.parametrize(
    ("tasks", "most"),
    [
        ([at(1, 0, HOUR), at(2, 0, HOUR)], 2),
        ([at(1, HOUR, HOUR), at(2, HOUR, HOUR)], 1),
        ([at(1, HOUR, HOUR), at(1, HOUR + 600, HOUR + 600)], 2),
        ([at(1, HOUR, HOUR), at(2, HOUR + 600, HOUR + 1199)], 1),
        ([at(1, HOUR, HOUR), at(2, HOUR + 600, HOUR + 1200)], 2),
        ([at(3, 0, 1799)], 0),
        ([at(3, 0, 1800)], 1),
    ],
)
def test_a_shift_holds_what_its_roads_allow(tasks, most):
    problem = of(tasks)
    assert most_in_shift(problem, reach_of(problem), 0, range(len(tasks))) == most


def test_the_end_of_the_shift_counts_the_way_home():
    late = 8 * HOUR - 600 - 1200
    problem = of([at(2, late, late), at(2, late + 1, late + 1)])
    assert reach_of(problem).fits[:, 0].tolist() == [1, 0]


def day_of(problem, own, shifts):
    reach = reach_of(problem)
    tasks = list(range(problem.tasks))
    most = {s: most_in_shift(problem, reach, s, [t for t, x in own if x == s]) for s in shifts}
    return Day(problem, reach, tasks, shifts, frozenset(own), most)


def test_on_a_day_each_contact_does_the_own_clients():
    problem = of([at(1, HOUR, HOUR), at(2, HOUR, HOUR)], shifts=2)
    assert most_on(day_of(problem, {(0, 0), (1, 1)}, [0, 1])) == 2
    assert most_on(day_of(problem, {(0, 0), (1, 0)}, [0, 1])) == 1


def test_other_visits_that_only_the_contact_can_do_take_the_contacts_time():
    long = at(0, 0, 0, duration=4 * HOUR)
    own = at(0, 0, 2 * HOUR, duration=HOUR)
    problem = of([long | {"shifts": [0]}, own], shifts=2)
    assert most_on(day_of(problem, {(1, 0)}, [0, 1])) == 0


def test_work_that_lies_in_a_stretch_wherever_it_is_put():
    first, last, seconds = (np.array([n], np.int32) for n in (100, 200, 150))
    assert within(first, last, seconds, 200, 250).tolist() == [50]
    assert within(first, last, seconds, 0, 1000).tolist() == [150]
    assert within(first, last, seconds, 0, 200).tolist() == [0]
