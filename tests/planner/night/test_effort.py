"""Short horizons get more moves per visit, and nobody's own wish is changed."""

import pytest

from planner.night.effort import Effort, effort


@pytest.mark.parametrize(
    ("days", "expected"),
    [(1, (200_000, 30_000)), (2, (100_000, 15_000)), (7, (60_000, 10_000)), (14, (60_000, 10_000))],
)
def test_the_fewer_days_the_more_moves_per_visit(days: int, expected: tuple[int, int]) -> None:
    assert effort(days) == Effort(*expected)


def test_a_longer_horizon_never_gets_fewer_moves_in_all() -> None:
    sums = [days * effort(days).team for days in range(1, 15)]
    assert sums == sorted(sums)


def test_a_number_that_is_asked_for_stands() -> None:
    assert effort(1, 300, 0) == Effort(300, 0)
    assert effort(1, None, 5) == Effort(200_000, 5)
