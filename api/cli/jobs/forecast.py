"""``hemrunda forecast``: what planned time pays, from a month document or from a plan."""

import json
from collections.abc import Iterator
from dataclasses import dataclass
from functools import partial
from pathlib import Path

from api.cli.documents import read_case_and_plan
from api.cli.exits import ExitCode
from api.cli.faults import print_faults
from api.cli.month_source import MonthAsk, given_month
from api.cli.pay_documents import (
    has_errors,
    naming,
    refusing,
    tariff_of,
)
from api.cli.pay_tables import kronor_of, print_table, tell, why
from api.cli.progress import settling
from api.cli.session import Session
from api.demo.generate import MUNICIPALITY
from planner.exchange.settlements import minutes, rows_as_csv
from planner.pay.forecast.forecast import ForecastRow
from planner.pay.forecast.from_plan import months_of
from planner.pay.model.month import Month
from planner.pay.tariff import Tariff
from planner.usecases.forecast_month import Forecast, forecast_month

_COLUMNS = ("client", "planned", "staff", "granted", "paid", "billed", "unpaid", "why", "kronor")


@dataclass(frozen=True, slots=True)
class Ask:
    """The plan (then the file is a case), the model, the tariff and the form."""

    plan: Path | None
    municipality: str | None
    tariff: Path | None
    form: str


def forecast_given(session: Session, source: MonthAsk, ask: Ask) -> ExitCode:
    """Forecast the planned visits that ``source`` means; exit code 1 when rows were left out."""
    errors = 0
    for name, month, tariff in _months(session, source, ask):
        with settling(session) as told:
            forecast = refusing(name, partial(forecast_month, month, tariff, progress=told))
        print_faults(session, naming(name, forecast.settlement.faults))
        _show(session, month, forecast, ask.form)
        errors += has_errors(forecast.settlement.faults)
    if errors:
        tell(session, session.words.say("pay.rows_aside", count=errors))
    return ExitCode.FAULTS if errors else ExitCode.DONE


def _months(
    session: Session, source: MonthAsk, ask: Ask
) -> Iterator[tuple[str, Month, Tariff | None]]:
    """Yield the months to forecast, each with what faults call it and with the tariff."""
    if ask.plan is None or source.file is None:
        given = given_month(source, locked=False)
        print_faults(session, naming(given.name, given.faults))
        key = ask.municipality or given.month.municipality
        month = given.month.model_copy(update={"municipality": key})
        yield given.name, month, tariff_of(given.month, ask.tariff)
        return
    case, plan = read_case_and_plan(source.file, ask.plan)
    demo = case.municipality == MUNICIPALITY
    for month in months_of(case, plan, ask.municipality or case.municipality, demo=demo):
        yield source.file.name, month, tariff_of(month, ask.tariff)


def _show(session: Session, month: Month, forecast: Forecast, form: str) -> None:
    """Print a row per client in the form asked for."""
    if form == "json":
        content = {"month": month.month, "clients": [_content(row) for row in forecast.rows]}
        session.show(json.dumps(content, ensure_ascii=False, indent=1))
        return
    rows = [_cells(session, row) for row in forecast.rows]
    if form == "csv":
        session.show(rows_as_csv(_COLUMNS, rows).rstrip())
        return
    words, name = session.words, month.municipality
    title = words.say("pay.forecast_title", municipality=name, month=month.month)
    print_table(session, title, _COLUMNS, rows)


def _cells(session: Session, row: ForecastRow) -> tuple[str, ...]:
    """Return ``row`` in whole words and minutes."""
    return (
        row.client,
        minutes(row.planned),
        minutes(row.staff),
        minutes(row.granted),
        minutes(row.paid),
        minutes(row.billed),
        minutes(sum(row.unpaid.values())),
        why(session.words, row.unpaid),
        kronor_of(row.amount),
    )


def _content(row: ForecastRow) -> dict[str, object]:
    """Return ``row`` as JSON values; times in seconds."""
    return {
        "client": row.client,
        "planned": row.planned,
        "staff": row.staff,
        "granted": row.granted,
        "paid": row.paid,
        "billed": row.billed,
        "unpaid": {reason.value: time for reason, time in row.unpaid.items()},
        "kronor": kronor_of(row.amount),
    }
