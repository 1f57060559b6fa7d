"""Whether generated cases can be planned: ``python -m benchmarks seeds --size group --count 20``.

Each seed is generated on the shipped streets, planned, and judged by the independent checker.
"""

from collections.abc import Iterator
from dataclasses import dataclass
from time import perf_counter
from typing import Annotated

import typer

from api.demo import DemoSize, generate
from benchmarks.registry import command
from maps.streets import Streets
from planner.calendar.demand import expand
from planner.checker.check import check_plan
from planner.model.findings import Level
from planner.model.instance import Instance
from planner.ports import Budget
from planner.score.kpi import measure
from solver.anneal import warm_up
from solver.engine import Engine


@dataclass(frozen=True)
class Outcome:
    """One planned case: seats unplaced, hard faults by the checker, and how good it is."""

    seed: int
    visits: int
    unplaced: int
    faults: int
    contact_share: float
    cost: int
    seconds: float


def run(size: DemoSize, count: int, seconds: float) -> Iterator[Outcome]:
    """Yield the outcome of seeds 1 to ``count``, each planned for ``seconds``."""
    warm_up()
    streets = Streets.open()
    for seed in range(1, count + 1):
        demo = generate(size, seed=seed, streets=streets)
        instance = Instance(demo.case, expand(demo.case), demo.travel)
        began = perf_counter()
        plan = Engine().plan(instance, Budget(seconds=seconds), seed=seed)
        spent = perf_counter() - began
        findings = check_plan(demo.case, plan, demo.travel)
        yield Outcome(
            seed=seed,
            visits=len(instance.demand.visits),
            unplaced=len(plan.unplaced),
            faults=sum(finding.level is Level.LAW for finding in findings),
            contact_share=measure(instance, plan).contact_share or 0.0,
            cost=plan.cost,
            seconds=round(spent, 1),
        )


@command("seeds")
def seeds(
    size: Annotated[DemoSize, typer.Option(help="how large a case")] = DemoSize.GROUP,
    count: Annotated[int, typer.Option(help="seeds 1..N")] = 20,
    seconds: Annotated[float, typer.Option(help="wall clock per plan")] = 5.0,
) -> None:
    """Print one line per seed and a sum; exit 1 when anything is unplaced or at fault."""
    outcomes = []
    for outcome in run(size, count, seconds):
        outcomes.append(outcome)
        typer.echo(str(outcome))
    bad = sum(outcome.unplaced + outcome.faults > 0 for outcome in outcomes)
    typer.echo(f"{len(outcomes)} cases, {bad} with unplaced visits or hard faults")
    raise typer.Exit(int(bad > 0))
