"""Whoever is off, those present can share the rounds, none of them barred from their own."""

from itertools import combinations, permutations

import pytest

from api.demo.limits import draw_limits
from planner.model.places import TravelMode
from tests.build.demo import lot

CAR, BIKE, FOOT = TravelMode.CAR, TravelMode.BIKE, TravelMode.FOOT

CREWS = [
    ((CAR, CAR, BIKE), (CAR, BIKE, CAR, CAR, BIKE)),
    ((CAR, BIKE, FOOT), (CAR, BIKE, FOOT, CAR, BIKE)),
    ((CAR, BIKE, FOOT), (CAR, BIKE, FOOT, CAR)),
    ((CAR, CAR, CAR), (CAR, BIKE, CAR, CAR)),
    ((CAR, BIKE), (CAR, BIKE, FOOT)),
    ((CAR, CAR), (CAR, FOOT, BIKE)),
]


@pytest.mark.parametrize(("modes", "own"), CREWS)
@pytest.mark.parametrize("seed", range(25))
def test_everybody_present_finds_a_round(
    modes: tuple[TravelMode, ...], own: tuple[TravelMode, ...], seed: int
) -> None:
    limits = draw_limits(modes, own, lot(seed))
    for present in combinations(range(len(own)), len(modes)):
        assert any(
            not any(limits.barred(worker, n, modes[n]) for n, worker in enumerate(order))
            for order in permutations(present)
        ), (limits, present)


@pytest.mark.parametrize(("modes", "own"), CREWS)
def test_somebody_is_barred_from_something(
    modes: tuple[TravelMode, ...], own: tuple[TravelMode, ...]
) -> None:
    limits = draw_limits(modes, own, lot(1))
    barred = [
        (worker, n)
        for worker in range(len(own))
        for n, mode in enumerate(modes)
        if limits.barred(worker, n, mode)
    ]
    assert len(barred) >= 2
