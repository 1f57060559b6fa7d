"""The commands about compensation; the work is done in ``api.cli.jobs``, imported when called."""
# ruff: noqa: PLC0415  see above

import typer

from api.cli import options, pay_options
from api.cli.session import session_of


def settle(  # noqa: PLR0913, PLR0917  one parameter per option
    context: typer.Context,
    month: pay_options.MonthFile,
    tariff: pay_options.Tariff = None,
    form: options.Form = "table",
    out: pay_options.OutFolder = None,
    lock: pay_options.Lock = False,  # noqa: FBT002
    store: options.Store = None,
) -> None:
    """Settle a month."""
    from api.cli.jobs.settle import Ask, settle_file

    ask = Ask(tariff, form, out, lock=lock, store=store)
    raise typer.Exit(settle_file(session_of(context), month, ask))


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
    month: pay_options.MonthFile,
    plan: pay_options.PlanOption = None,
    municipality: pay_options.Model = None,
    tariff: pay_options.Tariff = None,
    form: options.Form = "table",
) -> None:
    """Forecast what planned time pays."""
    from api.cli.jobs.forecast import Ask, forecast_file

    ask = Ask(plan, municipality, tariff, form)
    raise typer.Exit(forecast_file(session_of(context), month, ask))


def compare_models(
    context: typer.Context,
    month: pay_options.MonthFile,
    tariff: pay_options.Tariffs = None,
    form: options.Form = "table",
) -> None:
    """Settle a month under every model."""
    from api.cli.jobs.compare import compare_file

    raise typer.Exit(compare_file(session_of(context), month, tuple(tariff or ()), form))


def reconcile(
    context: typer.Context, month: pay_options.MonthFile, form: options.Form = "table"
) -> None:
    """Compare planned, performed and granted time."""
    from api.cli.jobs.reconcile import reconcile_file

    raise typer.Exit(reconcile_file(session_of(context), month, form))


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
