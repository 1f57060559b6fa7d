"""What the night leaves: printed rounds of its first day, and a summary by district."""

from collections.abc import Mapping
from datetime import UTC, datetime, timedelta
from pathlib import Path
from statistics import mean

from rich import box
from rich.table import Table

from api.cli.held import print_held
from api.cli.session import Session
from api.cli.summary import print_unplaced
from api.print import sheets_of, write_pages
from api.report import write_standings
from planner.calendar.demand import expand
from planner.model.instance import Instance
from planner.model.travel import TravelMatrices
from planner.night.changes import changes
from planner.night.night import Night, Proposal
from planner.store import PlanStore

WEEKS = 8
"""How far back key figures are compared."""

MOST_CLIENTS = 10
"""So many clients below their aim are named; the page has all."""

COMPARED = (
    "contact_share",
    "contact_limit",
    "other_roster_share",
    "of_joint",
    "past_contact_share",
    "clients_at_guide",
    "clients_at_aim",
    "clients_limited",
    "mean_caregivers",
    "past_caregivers",
    "travel_share",
    "used_share",
    "alarm_uncovered",
    "alarm_unavoidable",
)
"""The key figures that the summary sets beside their past."""


def report(session: Session, night: Night, store: PlanStore, out: Path) -> None:
    """Print the rounds of the first day into ``out``, and a table per unit as a result."""
    for row in night.proposals:
        session.out.print(_table(session, row, store))
        print_held(session, row.held, row.plan)
        _print_standings(session, row, out)
        print_unplaced(session, row.plan)
        _print_rounds(session, row, out)
    for unit, error in night.failed.items():
        session.say("night.failed", unit=unit, error=error)
    session.say("night.written", path=str(out), count=len(night.proposals))


def _table(session: Session, row: Proposal, store: PlanStore) -> Table:
    """Return what the plan of one unit is worth beside its past, and what it changes."""
    words = session.words
    table = Table(box=box.SIMPLE_HEAD, title=words.say("cli.night.title", unit=row.unit))
    table.add_column(words.say("cli.night.column.figure"))
    table.add_column(words.say("cli.night.column.now"), justify="right")
    table.add_column(words.say("cli.night.column.before"), justify="right")
    table.add_row(words.say("cli.plans.plan"), row.plan.id, "")
    placed, total = (int(row.figures[name]) for name in ("visits_placed", "visits_total"))
    visits = words.say("cli.summary.visits.value", placed=placed, total=total)
    table.add_row(words.say("cli.summary.visits.name"), visits, "")
    faults = words.number(sum(row.hard.values()))
    table.add_row(words.say("cli.summary.hard_faults.name"), faults, "")
    past = _past(store, row)
    for name in COMPARED:
        if name in row.figures:
            now, then = (_said(session, name, given.get(name)) for given in (row.figures, past))
            table.add_row(words.say(f"history.figure.{name}"), now, then)
    table.add_row(words.say("cli.night.changed"), _changed(session, row, store), "")
    return table


def _said(session: Session, name: str, value: float | None) -> str:
    return "" if value is None else session.words.say(f"history.value.{name}", value=value)


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
    return session.words.say("cli.night.changes", caregiver=found.caregiver, time=found.time)


def _print_standings(session: Session, row: Proposal, out: Path) -> None:
    """Name who misses the aim, and write the page of all clients beside the rounds."""
    folder = _folder(row, out)
    folder.mkdir(parents=True, exist_ok=True)
    path = folder / "kontinuitet.html"
    write_standings(path, row.unit, row.figures, row.clients, session.words)
    below = [client for client in row.clients if not client.at_aim]
    for one in below[:MOST_CLIENTS]:
        told = {"share": one.share, "possible": one.possible, "other": one.other_roster}
        session.show(session.words.say("cli.night.below", client=one.client, **told))
    if len(below) > MOST_CLIENTS:
        count = len(below) - MOST_CLIENTS
        session.show(session.words.say("cli.night.below_more", count=count, path=str(path)))


def _folder(row: Proposal, out: Path) -> Path:
    return out / row.unit.replace("/", "-")


def _print_rounds(session: Session, row: Proposal, out: Path) -> None:
    """Print the first day's rounds, so that work goes on if the computer does not."""
    first = row.case.horizon.first
    today = tuple(part for part in row.plan.rounds if part.day == first)
    plan = row.plan.model_copy(update={"rounds": today})
    places = tuple(place.id for place in row.case.places)
    instance = Instance(row.case, expand(row.case), TravelMatrices(places, {}, ""))
    write_pages(_folder(row, out), sheets_of(instance, plan), session.words, plan.id)
