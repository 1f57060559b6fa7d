"""The commands about compensation; the work is done in ``api.cli.jobs``, imported when called."""
# ruff: noqa: PLC0415  see above

import typer

from api.cli import options, pay_options
from api.cli.session import session_of


def settle(  # noqa: PLR0913, PLR0917  one parameter per option
    context: typer.Context,
    month: pay_options.MonthFile = None,
    of_month: pay_options.OfMonth = None,
    tariff: pay_options.Tariff = None,
    form: options.Form = "table",
    out: pay_options.OutFolder = None,
    lock: pay_options.Lock = False,  # noqa: FBT002
    of: pay_options.Whose = None,
    store: options.Store = None,
) -> None:
    """Settle a month."""
    from api.cli.jobs.settle import Ask, settle_given
    from api.cli.month_source import MonthAsk

    source = MonthAsk(month, of_month, of, store)
    ask = Ask(tariff, form, out, lock=lock)
    raise typer.Exit(settle_given(session_of(context), source, ask))


def publish(
    context: typer.Context,
    plan: pay_options.PlanId,
    reason: pay_options.Why = "published",
    form: options.Form = "table",
    store: options.Store = None,
) -> None:
    """Publish a stored proposal."""
    from api.cli.jobs.publishing import PublishAsk, publish_plan

    ask = PublishAsk(plan, reason, form, store)
    raise typer.Exit(publish_plan(session_of(context), ask))


def plans(context: typer.Context, most: pay_options.Most = 20, store: options.Store = None) -> None:
    """List stored plans."""
    from api.cli.jobs.publishing import list_plans

    raise typer.Exit(list_plans(session_of(context), most, store))


def forecast(  # noqa: PLR0913, PLR0917  one parameter per option
    context: typer.Context,
    month: pay_options.MonthFile = None,
    plan: pay_options.PlanOption = None,
    of_month: pay_options.OfMonth = None,
    municipality: pay_options.Model = None,
    tariff: pay_options.Tariff = None,
    form: options.Form = "table",
    of: pay_options.Whose = None,
    store: options.Store = None,
) -> None:
    """Forecast what planned time pays."""
    from api.cli.jobs.forecast import Ask, forecast_given
    from api.cli.month_source import MonthAsk

    source = MonthAsk(month, of_month, of, store)
    ask = Ask(plan, municipality, tariff, form)
    raise typer.Exit(forecast_given(session_of(context), source, ask))


def compare_models(  # noqa: PLR0913, PLR0917  one parameter per option
    context: typer.Context,
    month: pay_options.MonthFile = None,
    of_month: pay_options.OfMonth = None,
    tariff: pay_options.Tariffs = None,
    form: options.Form = "table",
    of: pay_options.Whose = None,
    store: options.Store = None,
) -> None:
    """Settle a month under every model."""
    from api.cli.jobs.compare import compare_given
    from api.cli.month_source import MonthAsk

    source = MonthAsk(month, of_month, of, store)
    raise typer.Exit(compare_given(session_of(context), source, tuple(tariff or ()), form))


def reconcile(  # noqa: PLR0913, PLR0917  one parameter per option
    context: typer.Context,
    month: pay_options.MonthFile = None,
    of_month: pay_options.OfMonth = None,
    form: options.Form = "table",
    of: pay_options.Whose = None,
    store: options.Store = None,
) -> None:
    """Compare planned, performed and granted time."""
    from api.cli.jobs.reconcile import reconcile_given
    from api.cli.month_source import MonthAsk

    source = MonthAsk(month, of_month, of, store)
    raise typer.Exit(reconcile_given(session_of(context), source, form))


def month(
    context: typer.Context,
    month: pay_options.MonthFile = None,
    of_month: pay_options.OfMonth = None,
    of: pay_options.Whose = None,
    store: options.Store = None,
) -> None:
    """Print the month that the store makes up."""
    from api.cli.jobs.months import show_month
    from api.cli.month_source import MonthAsk

    raise typer.Exit(show_month(session_of(context), MonthAsk(month, of_month, of, store)))


def planned_time(  # noqa: PLR0913, PLR0917  one parameter per option
    context: typer.Context,
    case: options.CaseFile,
    plan: options.PlanFile,
    reason: pay_options.Why = "published",
    form: options.Form = "table",
    store: options.Store = None,
) -> None:
    """Hand over a plan's time."""
    from api.cli.jobs.planned_time import Ask, hand_over

    raise typer.Exit(hand_over(session_of(context), case, plan, Ask(reason, form, store)))
