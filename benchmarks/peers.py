"""``python -m benchmarks peers``: OR-Tools, PyVRP and VROOM beside Hemrunda, in one run."""

import csv
import time
from collections.abc import Callable, Iterator, Mapping
from dataclasses import asdict, dataclass, fields
from itertools import pairwise
from pathlib import Path
from typing import Annotated

import typer
from rich.console import Console
from rich.table import Table

from api.demo import DemoSize
from benchmarks.cases import dense
from benchmarks.registry import command
from benchmarks.rivals import variants, with_cpsat, with_pyvrp, with_routing, with_vroom
from benchmarks.rivals.variants import Rounds
from planner.ports import Budget
from solver.anneal import solve, warm_up
from solver.exact import evaluate
from solver.problem import Problem

Method = Callable[[Problem, float, int], Rounds]


def _ours(problem: Problem, seconds: float, seed: int) -> Rounds:
    return solve(problem, Budget(seconds=seconds), seed=seed).rounds


PEERS: Mapping[str, Method] = {
    "hemrunda": _ours,
    "pyvrp": with_pyvrp.solve,
    "vroom": with_vroom.solve,
    "ortools-routing": with_routing.solve,
    "ortools-cpsat": with_cpsat.solve,
}

DISTRICT, GROUP = DemoSize.DISTRICT, DemoSize.GROUP

VARIANTS: Mapping[str, tuple[DemoSize, Callable[[Problem], Problem], tuple[str, ...]]] = {
    "travel-only": (DISTRICT, variants.travel_only, ("hemrunda", "pyvrp", "vroom")),
    "without-links": (DISTRICT, variants.alone, ("hemrunda", "pyvrp")),
    "fixed-doubles": (DISTRICT, variants.fixed_doubles, ("hemrunda", "pyvrp", "ortools-routing")),
    "group-fixed-doubles": (
        GROUP,
        variants.fixed_doubles,
        ("hemrunda", "pyvrp", "ortools-routing"),
    ),
    "group-full": (GROUP, lambda problem: problem, ("hemrunda", "ortools-cpsat")),
}
"""Per variant: the case, how the variant is made, and who can state it.

CP-SAT has a variable per task, follower and shift; a district would be 30 million of them.
"""


@dataclass(frozen=True)
class Run:
    """One method on one variant; ``faults`` counts what the exact evaluation objects to."""

    variant: str
    method: str
    budget: float
    seconds: float
    seed: int
    cost: int
    travel: int
    unplaced: int
    faults: int


def measure(variant: str, method: str, problem: Problem, budget: float, seed: int) -> Run:
    """Run one method and price its rounds with the exact evaluation."""
    began = time.perf_counter()
    rounds = PEERS[method](problem, budget, seed)
    spent = time.perf_counter() - began
    found = evaluate(problem, rounds)
    return Run(
        variant=variant,
        method=method,
        budget=budget,
        seconds=round(spent, 1),
        seed=seed,
        cost=found.cost,
        travel=_travel(problem, rounds),
        unplaced=problem.tasks - sum(map(len, rounds)),
        faults=len(found.violations),
    )


def _travel(problem: Problem, rounds: Rounds) -> int:
    """Return the seconds on the road; a stop made anywhere adds no leg."""
    total = 0
    for shift, tasks in enumerate(rounds):
        seconds = problem.travel[problem.mode[shift]]
        stops = [int(problem.location[task]) for task in tasks if problem.location[task] >= 0]
        legs = [int(problem.start_location[shift]), *stops, int(problem.end_location[shift])]
        total += sum(int(seconds[a, b]) for a, b in pairwise(legs))
    return total


def _runs(seconds: float, seed: int) -> Iterator[Run]:
    for variant, (size, make, methods) in VARIANTS.items():
        problem = make(dense(size, seed))
        for method in methods:
            short = (2.0,) if (variant, method) == ("group-full", "hemrunda") else ()
            for budget in (*short, seconds):
                yield measure(variant, method, problem, budget, seed)


@command("peers")
def peers(
    out: Annotated[Path, typer.Option(help="CSV file to write")],
    seconds: Annotated[float, typer.Option(help="wall clock per run")] = 60.0,
    seed: Annotated[int, typer.Option(help="of case and search")] = 1,
) -> None:
    """Run every method on the variants that it can state, with the same budget."""
    warm_up()
    console = Console()
    table = Table(*[field.name for field in fields(Run)])
    with out.open("w", encoding="utf-8", newline="") as file:
        writer = csv.DictWriter(file, [field.name for field in fields(Run)], lineterminator="\n")
        writer.writeheader()
        for run in _runs(seconds, seed):
            writer.writerow(asdict(run))
            file.flush()
            table.add_row(*map(str, asdict(run).values()))
            console.print(f"{run.variant} {run.method}: cost {run.cost}, unplaced {run.unplaced}")
    console.print(table)
