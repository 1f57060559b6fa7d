"""How fast a month is settled: ``python -m benchmarks pay``.

A made-up month of Lund's size (1,400 clients, 150,000 visits planned and performed) is written,
read, checked, settled under each compensation model and written as CSV. Seeded: the same month on
every machine.
"""

import json
import random
import resource
from collections.abc import Iterator
from datetime import UTC, datetime, timedelta
from time import perf_counter, process_time
from typing import Annotated

import typer
from rich.progress import Progress

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


def run(clients: int, visits: int) -> dict[str, object]:
    """Return seconds for each part, the lines of each model and the peak of memory."""
    document = write_month(made_up(clients, visits))
    figures: dict[str, object] = {"clients": clients, "megabytes": len(document) // 2**20}
    begun = perf_counter()
    month = read_month(document)
    figures["visits"] = len(month.performed)
    figures["seconds_to_read"] = round(perf_counter() - begun, 2)
    for key in municipalities():
        figures[key] = _settled(month.model_copy(update={"municipality": key}))
    figures["peak_megabytes"] = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss // 1024
    return figures


def _settled(month: Month) -> dict[str, object]:
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
    return {
        "seconds": round(settled, 2),
        "processor_seconds": round(work, 2),
        "seconds_to_write": round(perf_counter() - begun, 2),
        "lines": len(settlement.lines),
        "faults": len(settlement.faults),
        "paid_hours": settlement.total.paid // 3600,
        "csv_megabytes": len(content) // 2**20,
    }


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
    clients: Annotated[int, typer.Option(help="clients")] = 1_400,
    visits: Annotated[int, typer.Option(help="performed visits")] = 150_000,
) -> None:
    """Print the figures of ``run`` as JSON."""
    typer.echo(json.dumps(run(clients, visits), indent=2))
