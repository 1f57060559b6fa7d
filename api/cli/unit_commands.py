"""The commands about dates, follow-up and invoices; the work is done in ``api.cli.jobs``."""
# ruff: noqa: PLC0415  the jobs are imported when they are called for, as in ``api.cli.commands``

import typer

from api.cli import options, pay_options, unit_options
from api.cli.commands import DEFAULT_OUT
from api.cli.session import session_of


def deadlines(  # noqa: PLR0913, PLR0917  one parameter per option
    context: typer.Context,
    facts: unit_options.FactsFile = None,
    first: unit_options.From = None,
    last: unit_options.To = None,
    now: unit_options.Now = None,
    form: options.Form = "table",
    ics: unit_options.Calendar = None,
    month: unit_options.Month = None,
    of: pay_options.Whose = None,
    store: options.Store = None,
) -> None:
    """Tell the deadlines of a unit."""
    from datetime import UTC, datetime

    from api.cli.jobs.deadlines import Ask, tell_deadlines
    from api.cli.month_source import file_or_stored

    source = file_or_stored(month, of, store)
    ask = Ask(facts, source, first, last, form, ics)
    raise typer.Exit(tell_deadlines(session_of(context), ask, now or datetime.now(UTC)))


def follow_up(  # noqa: PLR0913, PLR0917  one parameter per option
    context: typer.Context,
    month: pay_options.MonthFile = None,
    of_month: pay_options.OfMonth = None,
    form: unit_options.FollowUpForm = "table",
    seed: options.Seed = 1,
    out: pay_options.OutFolder = None,
    of: pay_options.Whose = None,
    store: options.Store = None,
) -> None:
    """Tell what to look at in a month."""
    from api.cli.jobs.follow_up import Ask, follow_up_given
    from api.cli.month_source import MonthAsk

    source = MonthAsk(month, of_month, of, store)
    raise typer.Exit(follow_up_given(session_of(context), source, Ask(form, seed, out)))


def invoice(  # noqa: PLR0913, PLR0917  one parameter per option
    context: typer.Context,
    tariff: unit_options.TariffFile,
    settings: unit_options.SettingsFile,
    number: unit_options.InvoiceNumber,
    month: pay_options.MonthFile = None,
    of_month: pay_options.OfMonth = None,
    issued: unit_options.Issued = None,
    out: options.Out = DEFAULT_OUT,
    of: pay_options.Whose = None,
    store: options.Store = None,
) -> None:
    """Make the invoices of a month."""
    from datetime import UTC, datetime

    from api.cli.jobs.invoice import Given, make_invoice_files
    from api.cli.month_source import MonthAsk
    from planner.calendar.clock import ZONE

    today = datetime.now(UTC).astimezone(ZONE).date()
    source = MonthAsk(month, of_month, of, store)
    given = Given(source, tariff, settings, number, issued or today, out)
    raise typer.Exit(make_invoice_files(session_of(context), given))
