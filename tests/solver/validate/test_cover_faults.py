"""A cover whose numbers compiled code could not look up is refused, by name."""

from dataclasses import replace
from typing import Any

import numpy as np
import pytest

from solver.validate import UnsoundProblemError, check_problem
from tests.build.problems import watched_problem

PROBLEM = watched_problem(1)
assert PROBLEM.cover is not None
COVER = PROBLEM.cover


def bad(name: str, value: int) -> Any:
    array = getattr(COVER, name).copy()
    array.flat[0] = value
    return array


def test_a_sound_cover_is_accepted():
    check_problem(PROBLEM)


@pytest.mark.parametrize(
    ("name", "value", "words"),
    [
        ("way", 99, "cover.way has a number outside"),
        ("duty", -1, "cover.duty has a number outside"),
        ("to_place", -5, "cover.to_place has a number outside"),
        ("limit", -1, "cover.limit has a number outside"),
        ("cost", -1, "cover.cost has a number outside"),
        ("until", 1 << 30, "cover.until has a number outside"),
        ("closes", -9999, "closes before it opens"),
    ],
)
def test_numbers_out_of_reach_are_named(name: str, value: int, words: str):
    changed: dict[str, Any] = {name: bad(name, value)}
    cover = replace(COVER, **changed)
    with pytest.raises(UnsoundProblemError, match=words):
        check_problem(replace(PROBLEM, cover=cover))


@pytest.mark.parametrize("name", ["held", "limit", "to_place", "until"])
def test_shapes_that_do_not_fit_are_named(name: str):
    cover = replace(COVER, **{name: getattr(COVER, name)[..., :-1]})
    if name == "limit":
        cover = replace(cover, limit=np.zeros(99, np.int32))
    with pytest.raises(UnsoundProblemError, match=rf"cover\.{name} has shape"):
        check_problem(replace(PROBLEM, cover=cover))
