"""A whole municipality overnight: ``python -m benchmarks municipality --days 14``.

Plans the demo municipality as the nightly batch does, then solves a sample of its teams alone for
longer and compares what each team costs in the night's plan with what it costs alone.
"""

import os
import resource
from collections import Counter
from collections.abc import Iterator, Mapping
from contextlib import closing
from dataclasses import asdict, dataclass
from datetime import timedelta
from functools import partial
from pathlib import Path
from statistics import mean
from tempfile import TemporaryDirectory
from time import perf_counter
from typing import Annotated

import typer

from api.batch.cluster import embedded
from api.demo import FIRST_DAY, DemoSize, generate
from api.sources import Sources, open_addresses
from benchmarks.registry import command
from maps.streets import Streets
from planner.calendar.demand import expand
from planner.districts import Team, districts_of, part_of
from planner.model.case import Case
from planner.model.instance import Instance
from planner.model.plan import Plan
from planner.night.night import Night, NightPorts, NightWish, UnitDone
from planner.ports import Budget
from planner.score.reference import score
from planner.store import open_store
from planner.store.location import address
from planner.usecases.plan_night import plan_night
from planner.usecases.prepare import travel_of
from solver.anneal import solve, warm_up
from solver.engine import Engine, SystemClock

KILOBYTES = 1024


@dataclass(frozen=True)
class Measured:
    """One night: ``memory_mb`` is the main process and as many of the largest worker as there are.

    ``contact_share`` and ``mean_caregivers`` are means over districts.
    """

    days: int
    workers: int
    visits: int
    unplaced: int
    faults: int
    failed: int
    minutes: float
    memory_mb: int
    contact_share: float
    mean_caregivers: float


@dataclass(frozen=True)
class Beside:
    """What one team costs in the night's plan and alone, and by how much the night is worse."""

    team: str
    night: int
    alone: int
    worse_percent: float


def run_night(case: Case, streets: Streets, wish: NightWish, workers: int, url: str) -> Night:
    """Plan ``case`` as ``hemrunda nightly`` does, on ``workers`` processes."""
    with closing(open_store(url)) as store, embedded(workers) as cluster:
        ports = NightPorts(
            workers=cluster,
            travel=streets,
            addresses=open_addresses(case, Sources()),
            store=store,
            results=store,
            clock=SystemClock(),
        )
        return plan_night(case, ports, wish, tell)


def tell(done: UnitDone) -> None:
    """Print how far a district has come."""
    typer.echo(f"{done.share:7.1%}  {done.unit} {done.error}")


def measured(night: Night, days: int, workers: int, seconds: float) -> Measured:
    """Return the sums over all districts."""
    figures = [row.figures for row in night.proposals]
    placed, total = (
        sum(int(row[name]) for row in figures) for name in ("visits_placed", "visits_total")
    )
    own, child = (
        resource.getrusage(who).ru_maxrss // KILOBYTES
        for who in (resource.RUSAGE_SELF, resource.RUSAGE_CHILDREN)
    )
    return Measured(
        days=days,
        workers=workers,
        visits=total,
        unplaced=total - placed,
        faults=sum(sum(row.hard.values()) for row in night.proposals),
        failed=len(night.failed),
        minutes=round(seconds / 60, 1),
        memory_mb=own + workers * child,
        contact_share=round(mean(row["contact_share"] for row in figures), 3),
        mean_caregivers=round(mean(row["mean_caregivers"] for row in figures), 2),
    )


def costs_by_team(instance: Instance, plan: Plan, teams: Mapping[str, str]) -> Counter[str]:
    """Return what each team costs: by the client where a price names one, else by the caregiver.

    ``teams`` are the teams of the groups.
    """
    clients = {str(row.id): teams[row.group] for row in instance.case.clients if row.group}
    staff = {str(row.id): teams[row.group] for row in instance.case.caregivers if row.group}
    found: Counter[str] = Counter()
    for finding in score(instance, plan).findings:
        given = finding.parameters
        team = clients.get(str(given.get("client"))) or staff.get(str(given.get("caregiver")))
        found[team or ""] += finding.cost
    return found


def beside(
    night: Night, streets: Streets, sample: int, budget: Budget, threads: int
) -> Iterator[Beside]:
    """Yield the comparison for ``sample`` teams spread over the municipality."""
    engine = Engine(search=partial(solve, threads=threads))
    units = {row.unit.split("/")[1]: row for row in night.proposals}
    rows = [(district, team) for district in districts_of(night.case) for team in district.teams]
    step = max(1, len(rows) // max(1, sample))
    for district, team in rows[::step][:sample]:
        proposal = units[district.id]
        teams = {str(group): other.id for other in district.teams for group in other.groups}
        together = costs_by_team(_instance(proposal.case, streets), proposal.plan, teams)[team.id]
        alone = engine.plan(_own(night.case, team, streets), budget, seed=1).cost
        yield Beside(team.id, together, alone, round(100 * (together - alone) / alone, 2))


def _own(case: Case, team: Team, streets: Streets) -> Instance:
    return _instance(part_of(case, team.groups, team.id), streets)


def _instance(case: Case, streets: Streets) -> Instance:
    return Instance(case, expand(case), travel_of(case, streets))


@command("municipality")
def municipality(  # noqa: PLR0913, PLR0917  one parameter per option
    days: Annotated[int, typer.Option(help="length of the horizon")] = 1,
    workers: Annotated[int, typer.Option(help="processes")] = os.cpu_count() or 1,
    size: Annotated[DemoSize, typer.Option(help="how much of it")] = DemoSize.MUNICIPALITY,
    team_moves: Annotated[int, typer.Option(help="moves per visit, teams")] = 60_000,
    district_moves: Annotated[int, typer.Option(help="moves per visit, districts")] = 10_000,
    sample: Annotated[int, typer.Option(help="teams to solve alone")] = 0,
    alone: Annotated[float, typer.Option(help="seconds for each of them")] = 600.0,
    seed: Annotated[int, typer.Option(help="of the case and the search")] = 1,
) -> None:
    """Plan a municipality as by night, and a sample of its teams alone for longer."""
    warm_up()
    streets = Streets.open()
    case = generate(size, seed=seed, days=days, streets=streets).case
    wish = NightWish(FIRST_DAY, days, seed, team_moves, district_moves, "benchmark")
    with TemporaryDirectory() as folder:
        began = perf_counter()
        night = run_night(case, streets, wish, workers, address(Path(folder) / "night.sqlite"))
        spent = perf_counter() - began
    typer.echo(str(asdict(measured(night, days, workers, spent))))
    typer.echo(f"wall clock {timedelta(seconds=round(spent))}")
    for row in beside(night, streets, sample, Budget(seconds=alone), workers):
        typer.echo(str(asdict(row)))
