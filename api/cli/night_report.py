"""What the night leaves: printed rounds of its first day, and a summary by district."""

from collections.abc import Iterator, Mapping
from datetime import UTC, datetime, timedelta
from pathlib import Path
from statistics import mean

from rich import box
from rich.table import Table

from api.cli.session import Session
from api.cli.summary import print_unplaced
from api.print import sheets_of, write_pages
from planner.calendar.demand import expand
from planner.model.instance import Instance
from planner.model.travel import TravelMatrices
from planner.night.changes import changes
from planner.night.night import Night, Proposal
from planner.store import PlanStore

WEEKS = 8
"""How far back key figures are compared."""

COMPARED = ("contact_share", "mean_caregivers", "travel_share", "used_share")
"""The key figures that the summary sets beside their past."""


def report(session: Session, night: Night, store: PlanStore, out: Path) -> None:
    """Print the rounds of the first day into ``out``, and the summary as a result."""
    table = Table(box=box.SIMPLE_HEAD, title=session.words.say("cli.night.title"))
    for name in ("unit", "visits", "faults", *COMPARED, "changed"):
        table.add_column(session.words.say(f"cli.night.column.{name}"), justify="right")
    for row in night.proposals:
        table.add_row(row.unit, *_cells(session, row, store))
        _print_rounds(session, row, out)
    session.out.print(table)
    for row in night.proposals:
        print_unplaced(session, row.plan)
    for unit, error in night.failed.items():
        session.say("night.failed", unit=unit, error=error)
    session.say("night.written", path=str(out), count=len(night.proposals))


def _cells(session: Session, row: Proposal, store: PlanStore) -> Iterator[str]:
    words = session.words
    placed, total = (int(row.figures[name]) for name in ("visits_placed", "visits_total"))
    yield words.say("cli.night.visits", placed=placed, total=total)
    yield words.number(sum(row.hard.values()))
    past = _past(store, row)
    for name in COMPARED:
        yield words.say(
            f"cli.night.{name}" if name in past else f"cli.night.first_{name}",
            now=row.figures.get(name, 0.0),
            before=past.get(name, 0.0),
        )
    yield _changed(session, row, store)


def _past(store: PlanStore, row: Proposal) -> Mapping[str, float]:
    """Return the mean of each key figure over the unit's earlier plans of the last weeks."""
    since = datetime.now(UTC) - timedelta(weeks=WEEKS)
    with store.work() as work:
        found = work.pasts.figures(row.unit, since, before=row.plan.id)
    return {name: mean(values) for name, values in found.items()}


def _changed(session: Session, row: Proposal, store: PlanStore) -> str:
    with store.work() as work:
        earlier = work.pasts.latest(row.unit, before=row.plan.id)
        known = None if earlier is None else work.plans.get(earlier)
    if known is None:
        return session.words.say("cli.night.first")
    found = changes(known, row.plan)
    return session.words.say("cli.night.changed", caregiver=found.caregiver, time=found.time)


def _print_rounds(session: Session, row: Proposal, out: Path) -> None:
    """Print the first day's rounds, so that work goes on if the computer does not."""
    first = row.case.horizon.first
    today = tuple(part for part in row.plan.rounds if part.day == first)
    plan = row.plan.model_copy(update={"rounds": today})
    places = tuple(place.id for place in row.case.places)
    instance = Instance(row.case, expand(row.case), TravelMatrices(places, {}, ""))
    folder = out / row.unit.replace("/", "-")
    write_pages(folder, sheets_of(instance, plan), session.words, plan.id)
