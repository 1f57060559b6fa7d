"""A whole municipality overnight: ``python -m benchmarks municipality --days 14 --out OUT``.

Plans the demo municipality as the nightly batch does, judges every district's plan over all its
days by the independent checker, and solves a sample of its teams alone for longer.
"""

import os
from collections.abc import Sequence
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import Annotated

import typer

from api.demo import FIRST_DAY, DemoSize, generate
from api.demo.sizes import group_sizes
from benchmarks.measuring.stamp import revision, sign, today
from benchmarks.nights.beside import beside, engine_of
from benchmarks.nights.judge import Judged, judged, of_joint, share, weighed
from benchmarks.nights.rows import Beside, Row, table_in, teams_in
from benchmarks.nights.run import Ran, run_night
from benchmarks.registry import command
from maps.streets import Streets
from planner.model.case import Case
from planner.night.effort import effort
from planner.night.night import NightWish, UnitDone
from planner.ports import Budget
from planner.store.location import address
from planner.usecases.prepare import instance_of
from solver.anneal import warm_up
from solver.continuity.limits import ContinuityLimits


def tell(done: UnitDone) -> None:
    """Print how far a district has come."""
    typer.echo(f"{done.share:7.1%}  {done.unit} {done.error}")


def judgements(ran: Ran, streets: Streets, *, limits: bool) -> list[Judged]:
    """Judge the plan of every district and print what is wrong with it."""
    found = []
    for row in ran.night.proposals:
        instance = instance_of(row.case, streets)
        one = judged(row.unit, instance, row.plan, ContinuityLimits() if limits else None)
        typer.echo(
            f"{one.unit}: {one.visits - one.placed} of {one.visits} visits unplaced, "
            f"{one.faults} hard faults, {one.between_days} of them of rest between days "
            f"{dict(one.hard) or ''}"
        )
        found.append(one)
    return found


def row_of(  # noqa: PLR0913, PLR0917  what was asked, what came of it
    size: str,
    groups: int,
    workers: int,
    wish: NightWish,
    ran: Ran,
    rows: Sequence[Judged],
    teams: Sequence[Beside],
) -> Row:
    """Return the night's row: sums over districts, means over clients."""
    visits, counted = sum(row.visits for row in rows), sum(row.counted for row in rows)
    return Row(
        size=size,
        groups=groups,
        days=wish.days,
        workers=workers,
        seed=wish.seed,
        team_moves=wish.team_moves,
        district_moves=wish.district_moves,
        visits=visits,
        unplaced=visits - sum(row.placed for row in rows),
        failed=len(ran.night.failed),
        hard_faults=sum(row.faults for row in rows),
        rest_faults=sum(row.between_days for row in rows),
        seconds=ran.seconds,
        parent_mb=ran.parent_mb,
        worker_mb=ran.worker_mb,
        cost=sum(row.cost for row in rows),
        uncovered_s=sum(row.uncovered for row in rows),
        unavoidable_s=sum(row.unavoidable for row in rows),
        contact_share=share(sum(row.by_contact for row in rows), counted),
        of_joint=of_joint(rows),
        clients_at_aim=weighed((row.clients, row.at_aim) for row in rows),
        over_fewest=weighed((row.clients, row.over_fewest) for row in rows),
        over_team=weighed((row.clients, row.over_team) for row in rows),
        sampled=len(teams),
        worst_gap=max((row.worse_percent for row in teams), default=None),
        version=revision(),
        date=today(),
    )


def with_alarms_free(case: Case) -> Case:
    """Return ``case`` with nothing charged for an alarm out of reach; it is still measured."""
    weights = case.weights.model_copy(update={"uncovered_alarm": 0})
    return case.model_copy(update={"weights": weights})


@command("municipality")
def municipality(  # noqa: PLR0913, PLR0917  one parameter per option
    out: Annotated[Path, typer.Option(help="folder for the tables")],
    days: Annotated[int, typer.Option(help="length of the horizon")] = 1,
    workers: Annotated[int, typer.Option(help="processes")] = os.cpu_count() or 1,
    size: Annotated[DemoSize, typer.Option(help="how much of it")] = DemoSize.MUNICIPALITY,
    team_moves: Annotated[int | None, typer.Option(help="moves per visit, teams")] = None,
    district_moves: Annotated[int | None, typer.Option(help="moves per visit, districts")] = None,
    sample: Annotated[int, typer.Option(help="teams to solve alone")] = 0,
    alone: Annotated[float, typer.Option(help="seconds for each of them")] = 600.0,
    substitutes: Annotated[bool, typer.Option(help="absent shifts worked by the hour")] = False,  # noqa: FBT002 (a flag)
    alarm_reach: Annotated[bool, typer.Option(help="price the reach of alarms")] = True,  # noqa: FBT002 (a flag)
    limits: Annotated[bool, typer.Option(help="find the joint optimum of contacts")] = True,  # noqa: FBT002 (a flag)
    seed: Annotated[int, typer.Option(help="of the case and the search")] = 1,
) -> None:
    """Plan a municipality as by night; exit 1 at a hard fault or a unit without a plan."""
    warm_up()
    streets = Streets.open()
    case = generate(size, seed=seed, days=days, streets=streets, substitutes=substitutes).case
    name = f"{size.value}-hourly" if substitutes else size.value
    if not alarm_reach:
        case, name = with_alarms_free(case), f"{name}-alarms-free"
    moves = effort(days, team_moves, district_moves)
    wish = NightWish(FIRST_DAY, days, seed, moves.team, moves.district, "benchmark")
    with TemporaryDirectory() as folder:
        url = address(Path(folder) / "night.sqlite")
        ran = run_night(case, streets, wish, workers, url, tell)
    typer.echo(f"{ran.seconds} s, {ran.parent_mb} MB and {ran.worker_mb} MB in the largest worker")
    rows = judgements(ran, streets, limits=limits)
    teams = []
    budget = Budget(seconds=alone)
    for team, night, own in beside(ran.night, streets, sample, budget, engine_of(workers)):
        worse = round(100 * (night - own) / own, 2)
        teams.append(Beside(name, days, workers, seed, alone, team, night, own, worse))
        teams_in(out).add(teams[-1])
        typer.echo(str(teams[-1]))
    sign(out)
    row = row_of(name, len(group_sizes(size)), workers, wish, ran, rows, teams)
    table_in(out).add(row)
    typer.echo(str(row))
    raise typer.Exit(int(bool(row.hard_faults or row.failed)))
