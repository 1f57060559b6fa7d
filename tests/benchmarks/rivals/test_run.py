from dataclasses import replace
from pathlib import Path

import pytest
from typer.testing import CliRunner

from benchmarks.peers import tasks
from benchmarks.registry import load
from benchmarks.rivals.methods import METHODS, VARIANTS
from benchmarks.rivals.run import Row, Task, measure, table_in
from benchmarks.rivals.summary import cells
from benchmarks.rivals.variants import travel_only
from tests.build.problems import line, problem_of

TASK = Task("group-fixed", 1, "hemrunda", 1, 0.3)


@pytest.mark.parametrize("method", ["hemrunda", "pyvrp", "vroom", "ortools-routing"])
def test_a_run_is_priced_by_the_exact_evaluation_and_its_way_is_noted(method: str):
    problem = problem_of(
        [{"location": 1, "shifts": [0]}, {"location": 3}, {"location": 2}],
        [{"shift_end": 9000}] * 2,
        line(4),
        travel_cost=5,
    )
    row, points = measure(replace(TASK, method=method), travel_only(problem))
    assert (row.cost, row.travel, row.unplaced, row.faults) == (9000, 1800, 0, 0)
    assert row.lawful
    assert points[-1].cost == row.cost
    costs = [point.cost for point in points]
    assert costs == sorted(costs, reverse=True)


def test_who_cannot_state_a_variant_is_not_run_and_the_reason_is_told():
    chosen = [(t.method, t.seconds) for t in tasks(["group-full"], list(METHODS), 60.0, 1, 1)]
    assert chosen == [("hemrunda", 2), ("hemrunda", 60), ("hemrunda-1", 60), ("ortools-cpsat", 60)]
    for variant in VARIANTS.values():
        assert all(variant.refused.values())
        assert "hemrunda" in variant.methods


def row(method: str, seed: int, seconds: float, cost: int, unplaced: int = 0) -> Row:
    return Row(
        "group-full", 1, method, seed, 2, seconds, seconds, 1.0, cost, 9, unplaced, 0, "1", "d"
    )


def test_medians_are_set_beside_our_early_plan_of_the_same_case_and_seed():
    rows = [
        *(row("hemrunda", seed, 2.0, 100) for seed in (1, 2, 3)),
        *(row("hemrunda", seed, 60.0, 80) for seed in (1, 2, 3)),
        *(row("ortools-cpsat", seed, 60.0, cost) for seed, cost in ((1, 110), (2, 150))),
        row("ortools-cpsat", 3, 60.0, 10, unplaced=1),
    ]
    early, late, rival = cells(rows)
    assert (early.cost, early.gap, late.cost, late.gap) == (100, 0, 80, 0)
    assert (rival.versus, rival.cost, rival.gap, rival.lawful, rival.runs) == (2.0, 150, 50, 2, 3)


def test_an_unknown_method_is_refused_by_name(tmp_path: Path):
    done = CliRunner().invoke(load(), ["peers", "--out", str(tmp_path), "--method", "gurobi"])
    assert done.exit_code == 2
    assert "gurobi" in done.output
    assert table_in(tmp_path).rows() == []
