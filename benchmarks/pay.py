"""How fast a month is settled: ``python -m benchmarks pay --out FOLDER``.

A made-up month of Lund's size (1,400 clients, 150,000 visits planned and performed) is written,
read, checked, settled under each compensation model and written as CSV. Seeded: the same month on
every machine.
"""

import random
import resource
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import UTC, datetime, timedelta
from pathlib import Path
from time import perf_counter, process_time
from typing import Annotated

import typer
from rich.progress import Progress

from benchmarks.measuring.stamp import revision, sign, today
from benchmarks.measuring.table import Table
from benchmarks.registry import command
from planner.exchange.documents import read_month, write_month
from planner.exchange.settlements import write_csv
from planner.model.units import (
    CaregiverId,
    ClientId,
    HouseholdId,
    OrderId,
    Seconds,
    ServiceId,
    VisitId,
)
from planner.pay.model.kinds import Insats, Per, Role
from planner.pay.model.month import Month, MonthClient
from planner.pay.model.orders import Grant, GrantedService, MonthOrder
from planner.pay.model.visits import PerformedVisit, PlannedVisit
from planner.pay.registry import municipalities
from planner.usecases.settle_month import settle_month

FIRST = datetime(2026, 3, 1, tzinfo=UTC)
DAYS, COUPLES = 31, 200
KINDS = (Insats.PERSONAL_CARE, Insats.MEAL, Insats.CLEANING, Insats.CHECK)


def made_up(clients: int, visits: int, seed: int = 1) -> Month:
    """Return a month with ``visits`` performed visits, one in twenty with a second caregiver."""
    draw = random.Random(seed)  # noqa: S311  a made-up month is no secret
    names = [ClientId(f"C{number:05d}") for number in range(clients)]
    planned = tuple(_planned(draw, names, visits))
    return Month(
        id="benchmark",
        municipality="upplands_bro",
        month="2026-03",
        clients=tuple(
            MonthClient(
                id=name, household=HouseholdId(f"H{number // 2}") if number < COUPLES else None
            )
            for number, name in enumerate(names)
        ),
        orders=tuple(_order(name) for name in names),
        planned=planned,
        performed=tuple(_performed(draw, row) for row in planned),
    )


@dataclass(frozen=True)
class Row:
    """One month under one model.

    Seconds: ``read_s`` to read the document, ``settle_s`` (wall) and ``settle_cpu_s`` (processor)
    to check and settle it, ``write_s`` to write its lines. ``document_mb``, ``csv_mb`` and
    ``peak_mb`` (of the process, the making of the month included) in megabytes.
    """

    municipality: str
    clients: int
    visits: int
    document_mb: int
    read_s: float
    settle_s: float
    settle_cpu_s: float
    write_s: float
    lines: int
    faults: int
    paid_hours: int
    csv_mb: int
    peak_mb: int
    revision: str
    date: str


def table_in(folder: Path) -> Table[Row]:
    """Return the table of settled months in ``folder``."""
    return Table(folder / "pay.csv", Row, ("municipality", "clients", "visits"))


def run(clients: int, visits: int) -> Iterator[Row]:
    """Yield the figures of a month of that size under each model."""
    document = write_month(made_up(clients, visits))
    begun = perf_counter()
    month = read_month(document)
    read = round(perf_counter() - begun, 2)
    for key in municipalities():
        yield _settled(month.model_copy(update={"municipality": key}), len(document), read)


def _settled(month: Month, size: int, read: float) -> Row:
    """Return how long checking and settling ``month`` takes, with a progress bar."""
    with Progress(transient=True) as bar:
        task = bar.add_task(month.municipality, total=1.0)
        begun, worked = perf_counter(), process_time()
        settlement = settle_month(
            month, progress=lambda done, total: bar.update(task, completed=done / total)
        )
        settled, work = perf_counter() - begun, process_time() - worked
    begun = perf_counter()
    content = write_csv(settlement)
    return Row(
        municipality=month.municipality,
        clients=len(month.clients),
        visits=len(month.performed),
        document_mb=size // 2**20,
        read_s=read,
        settle_s=round(settled, 2),
        settle_cpu_s=round(work, 2),
        write_s=round(perf_counter() - begun, 2),
        lines=len(settlement.lines),
        faults=len(settlement.faults),
        paid_hours=settlement.total.paid // 3600,
        csv_mb=len(content) // 2**20,
        peak_mb=resource.getrusage(resource.RUSAGE_SELF).ru_maxrss // 1024,
        revision=revision(),
        date=today(),
    )


def _order(client: ClientId) -> MonthOrder:
    """Return an order of four services, the time of each per visit."""
    grant = Grant(time=Seconds(1800), per=Per.VISIT)
    services = (
        GrantedService(id=ServiceId(f"{client}.{kind}"), kind=kind, grant=grant) for kind in KINDS
    )
    return MonthOrder(
        id=OrderId(f"O{client}"),
        client=client,
        start=FIRST.date() - timedelta(days=100),
        double_in_text=True,
        services=tuple(services),
    )


def _planned(draw: random.Random, names: list[ClientId], visits: int) -> Iterator[PlannedVisit]:
    """Yield the planned visits; every caregiver goes from one client to the next all day."""
    a_day = visits // DAYS
    caregivers = a_day // 12 + 1
    for number in range(visits):
        day, place = divmod(number, a_day)
        turn, caregiver = divmod(place, caregivers)
        client = names[place % len(names)]
        start = FIRST + timedelta(days=day % DAYS, hours=6, minutes=60 * turn)
        kind = KINDS[(place + day) % len(KINDS)]
        yield PlannedVisit(
            id=VisitId(f"V{number}"),
            client=client,
            services=(ServiceId(f"{client}.{kind}"),),
            start=start,
            end=start + timedelta(minutes=draw.choice((15, 20, 30, 35))),
            caregiver=CaregiverId(f"A{caregiver}"),
            role=Role.DOUBLE if number % 20 == 0 else Role.MAIN,
        )


def _performed(draw: random.Random, row: PlannedVisit) -> PerformedVisit:
    """Return ``row`` performed, some minutes off."""
    assert row.caregiver is not None  # noqa: S101  every planned visit here has one
    return PerformedVisit(
        id=VisitId(f"{row.id}p"),
        client=row.client,
        services=row.services,
        start=row.start,
        end=row.end + timedelta(minutes=draw.choice((-5, -2, 0, 0, 3, 6))),
        caregiver=row.caregiver,
        role=row.role,
        planned=(row.id,),
    )


@command("pay")
def pay(
    out: Annotated[Path, typer.Option(help="folder for the table")],
    clients: Annotated[int, typer.Option(help="clients")] = 1_400,
    visits: Annotated[int, typer.Option(help="performed visits")] = 150_000,
) -> None:
    """Settle a month of that size under each model and write the figures to ``out``."""
    table = table_in(out)
    sign(out)
    for row in run(clients, visits):
        table.add(row)
        typer.echo(f"{row.municipality}: {row.settle_s} s, {row.lines} lines, {row.peak_mb} MB")
