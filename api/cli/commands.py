"""The commands and their options; the work is done in ``api.cli.jobs``.

The jobs are imported when they are called for: solver and streets take a second to load, and
``hemrunda --help`` should not wait for them.
"""
# ruff: noqa: PLC0415  see above

from pathlib import Path

import typer

from api.cli import options
from api.cli.exits import ExitCode
from api.cli.session import session_of

DEFAULT_OUT = Path("hemrunda-out")


def start(context: typer.Context, version: options.Version = False) -> None:  # noqa: FBT002
    """Say the version, or how the program is used."""
    from api.cli.start import refuse_foreign_packages, version_line

    refuse_foreign_packages()
    if version:
        session_of(context).show(version_line())
        raise typer.Exit(ExitCode.DONE)
    if context.invoked_subcommand is None:
        session_of(context).show(context.get_help())
        raise typer.Exit(ExitCode.DONE)


def plan(  # noqa: PLR0913, PLR0917  one parameter per option
    context: typer.Context,
    case: options.CaseFile,
    out: options.Out = DEFAULT_OUT,
    seed: options.Seed = 1,
    seconds: options.Seconds = None,
    iterations: options.Iterations = None,
    extract: options.Extract = None,
    addresses: options.Addresses = None,
    store: options.Store = None,
    freeze: options.Freeze = 2,
) -> None:
    """Plan a case."""
    from api.cli.jobs.plan import Wish, budget_of, plan_file
    from api.sources import Sources

    sources = Sources(extract, addresses, store)
    wish = Wish(out, seed, budget_of(seconds, iterations), sources, freeze)
    raise typer.Exit(plan_file(session_of(context), case, wish))


def demo(  # noqa: PLR0913, PLR0917  one parameter per option
    context: typer.Context,
    size: options.Size = "district",
    seed: options.Seed = 1,
    days: options.Days = None,
    date: options.First = None,
    substitutes: options.Substitutes = False,  # noqa: FBT002  a flag
    out: options.Out = DEFAULT_OUT,
    seconds: options.Seconds = None,
    iterations: options.Iterations = None,
    extract: options.Extract = None,
    store: options.Store = None,
) -> None:
    """Make a case and plan it."""
    from api.cli.jobs.demo import Ask, demonstrate
    from api.cli.jobs.plan import Wish, budget_of
    from api.sources import Sources

    wish = Wish(out, seed, budget_of(seconds, iterations), Sources(extract, None, store))
    raise typer.Exit(demonstrate(session_of(context), Ask(size, days, date, substitutes), wish))


def check(
    context: typer.Context,
    case: options.CaseFile,
    plan: options.PlanFile,
    extract: options.Extract = None,
    addresses: options.Addresses = None,
) -> None:
    """Check a plan."""
    from api.cli.jobs.check import check_files
    from api.sources import Sources

    raise typer.Exit(
        check_files(session_of(context), case, plan, Sources(extract, addresses, None))
    )


def import_case(
    context: typer.Context,
    case: options.CaseFile,
    extract: options.Extract = None,
    addresses: options.Addresses = None,
    store: options.Store = None,
) -> None:
    """Take a case into the store."""
    from api.cli.jobs.importing import take_in
    from api.sources import Sources

    raise typer.Exit(take_in(session_of(context), case, Sources(extract, addresses, store)))


def nightly(  # noqa: PLR0913, PLR0917  one parameter per option
    context: typer.Context,
    date: options.NightDate = None,
    horizon: options.Horizon = 14,
    freeze: options.Freeze = 2,
    municipality: options.Municipality = None,
    seed: options.Seed = 1,
    team_moves: options.TeamMoves = None,
    district_moves: options.DistrictMoves = None,
    workers: options.Workers = None,
    scheduler: options.Scheduler = None,
    out: options.Out = DEFAULT_OUT,
    extract: options.Extract = None,
    addresses: options.Addresses = None,
    store: options.Store = None,
) -> None:
    """Plan a whole municipality from the store."""
    from api.cli.jobs.nightly import NightAsk, plan_the_night
    from api.sources import Sources

    ask = NightAsk(
        first=date,
        days=horizon,
        freeze=freeze,
        municipality=municipality,
        seed=seed,
        team_moves=team_moves,
        district_moves=district_moves,
        workers=workers,
        scheduler=scheduler,
        out=out,
        sources=Sources(extract, addresses, store),
    )
    raise typer.Exit(plan_the_night(session_of(context), ask))


def history(
    context: typer.Context,
    weeks: options.Weeks = 8,
    out: options.Out = DEFAULT_OUT,
    store: options.Store = None,
    unit: options.Unit = None,
) -> None:
    """Show key figures over time."""
    from api.cli.jobs.history import tell_history

    raise typer.Exit(tell_history(session_of(context), weeks, store, out, unit))


def base(  # noqa: PLR0913, PLR0917  one parameter per option
    context: typer.Context,
    case: options.CaseFile,
    csv: options.BaseCsv = None,
    plan: options.BaseFrom = None,
    renew: options.Renew = False,  # noqa: FBT002  a flag
    new_faces: options.NewFaces = 2,
    out: options.Out = DEFAULT_OUT,
    seed: options.Seed = 1,
    seconds: options.Seconds = None,
    iterations: options.Iterations = None,
    extract: options.Extract = None,
    addresses: options.Addresses = None,
) -> None:
    """Give a case its base plan."""
    from api.cli.jobs.base import BaseAsk, take_base
    from api.cli.jobs.plan import Wish, budget_of
    from api.sources import Sources

    wish = Wish(out, seed, budget_of(seconds, iterations), Sources(extract, addresses, None))
    ask = BaseAsk(csv, plan, renew, new_faces, wish)
    raise typer.Exit(take_base(session_of(context), case, ask))


def front(  # noqa: PLR0913, PLR0917  one parameter per option
    context: typer.Context,
    case: options.CaseFile,
    out: options.Out = DEFAULT_OUT,
    seed: options.Seed = 1,
    seconds: options.Seconds = None,
    iterations: options.Iterations = None,
    extract: options.Extract = None,
    addresses: options.Addresses = None,
) -> None:
    """Show what continuity costs."""
    from api.cli.jobs.front import draw
    from api.cli.jobs.plan import Wish, budget_of
    from api.sources import Sources

    wish = Wish(out, seed, budget_of(seconds, iterations), Sources(extract, addresses, None))
    raise typer.Exit(draw(session_of(context), case, wish))


def contacts(  # noqa: PLR0913, PLR0917  one parameter per option
    context: typer.Context,
    case: options.CaseFile,
    out: options.Out = DEFAULT_OUT,
    change: options.ChangeContact = None,
    free: options.FreeContacts = False,  # noqa: FBT002  a flag
    seed: options.Seed = 1,
    extract: options.Extract = None,
    addresses: options.Addresses = None,
) -> None:
    """Propose care contacts."""
    from api.cli.jobs.contacts import Ask, propose_contacts
    from api.sources import Sources
    from planner.contacts.assignment import Wish
    from planner.model.units import ClientId

    wish = Wish(free=free, change=frozenset(ClientId(code) for code in change or ()))
    ask = Ask(out, wish, seed, Sources(extract, addresses, None))
    raise typer.Exit(propose_contacts(session_of(context), case, ask))


def schema(context: typer.Context, document: options.Document) -> None:
    """Print a JSON Schema."""
    from api.cli.jobs.schema import print_schema

    print_schema(session_of(context), document)


def fetch_streets(context: typer.Context, place: options.Place, out: options.OutFile) -> None:
    """Fetch the streets of a place."""
    from api.cli.jobs.streets import fetch

    fetch(session_of(context), place, out)


def warm(context: typer.Context) -> None:
    """Compile the search ahead of time."""
    from api.cli.jobs.warm import warm_up_search

    warm_up_search(session_of(context))
