from collections.abc import Callable
from dataclasses import replace
from pathlib import Path

import pytest

from benchmarks.sets.best_known import read_best_known
from benchmarks.sets.bredstrom import Bredstrom
from benchmarks.sets.italian import Italian
from benchmarks.sets.mankowska import Mankowska
from benchmarks.sets.routes import BrokenSolutionError, LiteratureInstance, Operation, Routes
from benchmarks.sets.vrptw import Vrptw
from planner.ports import Budget
from solver.anneal import solve
from solver.exact import evaluate
from tests.build import literature

READ: dict[str, Callable[[Path], LiteratureInstance]] = {
    "mankowska": lambda folder: Mankowska().read(literature.mankowska(folder)),
    "italian": lambda folder: Italian().read(literature.italian(folder)),
    "bredstrom": lambda folder: Bredstrom().read(literature.bredstrom(folder)),
    "preference": lambda folder: Bredstrom("preference").read(literature.bredstrom(folder)),
    "vrptw": lambda folder: Vrptw().read(literature.vrptw(folder)),
}

# Worked out by hand. Mankowska: 0-1-2-0 and 0-2-0 drive 12 + 8, patient 1 is 2 late.
BEST = {
    "mankowska": (12 + 8 + 2 + 2) / 3,
    "italian": (12 + 8 + 2 + 2) / 3,
    "bredstrom": 9 * (5 + 4 + 8 + 5 + 5) / 100,
    "preference": -2.5 + 3 - 4,
    "vrptw": 20 + 40,
}


@pytest.mark.parametrize("name", READ)
def test_the_best_plan_of_a_tiny_instance_is_found_and_checked(name: str, tmp_path: Path):
    instance = READ[name](tmp_path)
    problem = instance.problem()
    found = solve(problem, Budget(iterations=20_000), seed=1)
    assert evaluate(problem, found.rounds, found.start).violations == ()
    assert instance.value(instance.routes(found)) == pytest.approx(BEST[name])


@pytest.mark.parametrize("name", READ)
def test_a_late_doubled_or_missing_operation_is_refused(name: str, tmp_path: Path):
    instance = READ[name](tmp_path)
    good = instance.routes(solve(instance.problem(), Budget(iterations=20_000), seed=1))
    for broken in (_without_first(good), _doubled(good), _early(good)):
        with pytest.raises(BrokenSolutionError):
            instance.value(broken)


def _change(
    routes: Routes, change: Callable[[tuple[Operation, ...]], tuple[Operation, ...]]
) -> Routes:
    number = next(n for n, stops in enumerate(routes.vehicles) if stops)
    vehicles = list(routes.vehicles)
    vehicles[number] = change(vehicles[number])
    return replace(routes, vehicles=tuple(vehicles))


def _without_first(routes: Routes) -> Routes:
    return _change(routes, lambda stops: stops[1:])


def _doubled(routes: Routes) -> Routes:
    return _change(routes, lambda stops: (*stops, stops[0]))


def _early(routes: Routes) -> Routes:
    return _change(routes, lambda stops: (replace(stops[0], start=-5.0), *stops[1:]))


def test_one_caregiver_cannot_be_two(tmp_path: Path):
    instance = READ["mankowska"](tmp_path)
    both = (Operation("p1.s1", 3), Operation("p2.s1", 20), Operation("p2.s2", 30))
    with pytest.raises(BrokenSolutionError, match="gap"):
        instance.value(Routes("tiny", (both, ())))


def test_long_durations_of_plans_eight_and_nine(tmp_path: Path):
    plain = Bredstrom().read(literature.bredstrom(tmp_path))
    longer = Bredstrom().read(literature.bredstrom(tmp_path, "case_3_50_10_5_1"))
    assert plain.duration.tolist() == [10, 10, 20]
    assert longer.duration.tolist() == [14, 14, 28]


def test_a_missing_keyword_is_named(tmp_path: Path):
    path = literature.mankowska(tmp_path)
    path.write_text(path.read_text(encoding="utf-8").replace("mind", "other"), encoding="utf-8")
    with pytest.raises(ValueError, match=r"InstanzTINY_1\.txt: keywords missing: mind"):
        Mankowska().read(path)


def test_the_lowest_counted_value_is_the_best_known(tmp_path: Path):
    (tmp_path / "best_known.csv").write_text(
        "instance,objective,source,kind,published_time_s,metric,label\n"
        'a,10,"x, y",best-known,,m,A1\na,9,x,optimal,,m,A1\na,8,x,lower-bound,,m,A1\n'
        "a,7,x,best-known,,other,A1\nb,5,x,not-comparable,,m,B1\n"
        "c,3.55,x,best-known,,m,10 vehicles\nc,3.5482,x,optimal,,m,10 vehicles\n",
        encoding="utf-8",
    )
    known = read_best_known(tmp_path, "m")
    assert {name: (one.value, one.kind, one.routes) for name, one in known.items()} == {
        "a": (9.0, "optimal", None),
        "b": (5.0, "not-comparable", None),
        "c": (3.5482, "optimal", 10),
    }
    assert known["a"].gap(9.9) == pytest.approx(0.1)


@pytest.mark.parametrize(("rounded", "exact"), [("3.55", "3.5521"), ("5.13", "5.1281")])
def test_a_value_told_more_exactly_stands_for_its_rounded_one(
    tmp_path: Path, rounded: str, exact: str
):
    (tmp_path / "best_known.csv").write_text(
        "instance,objective,source,kind,published_time_s,metric,label\n"
        f"a,{rounded},x,best-known,,m,A1\na,{exact},x,optimal,,m,A1\n",
        encoding="utf-8",
    )
    known = read_best_known(tmp_path, "m")["a"]
    assert (known.value, known.kind) == (float(exact), "optimal")
    assert known.gap(float(exact) + 0.00004) == 0
    assert known.gap(float(exact) + 0.001) > 0
