"""Forecast what planned time pays, and compare models: the same settling, other questions."""

from collections.abc import Mapping
from dataclasses import dataclass
from types import MappingProxyType

from planner.model.findings import Fault
from planner.pay.checks import MonthRefused
from planner.pay.forecast.as_performed import as_performed
from planner.pay.forecast.forecast import ForecastRow, forecast_rows
from planner.pay.model.month import Month
from planner.pay.registry import municipalities
from planner.pay.settlement import Settlement
from planner.pay.tariff import Tariff
from planner.usecases.settle_month import Progress, settle_month

NO_TARIFFS: Mapping[str, Tariff] = MappingProxyType({})
"""No prices at all."""


@dataclass(frozen=True, slots=True)
class Forecast:
    """What a month's planned visits would pay, client by client."""

    rows: tuple[ForecastRow, ...]
    settlement: Settlement


@dataclass(frozen=True, slots=True)
class Compared:
    """A month under one model; without a settlement the ``faults`` say why."""

    municipality: str
    name: str
    settlement: Settlement | None
    faults: tuple[Fault, ...]


def forecast_month(
    month: Month, tariff: Tariff | None = None, *, progress: Progress | None = None
) -> Forecast:
    """Return the forecast of ``month``'s planned visits; raises as ``settle_month``."""
    settlement = settle_month(as_performed(month), tariff, progress=progress)
    return Forecast(forecast_rows(month, settlement), settlement)


def compare_models(
    month: Month, tariffs: Mapping[str, Tariff] = NO_TARIFFS
) -> tuple[Compared, ...]:
    """Return ``month`` settled under every model, each with its own tariff where there is one.

    Settings of the month count for its own municipality; the others have their defaults.
    """
    return tuple(
        _under(month, key, row.name, tariffs.get(key)) for key, row in municipalities().items()
    )


def _under(month: Month, key: str, name: str, tariff: Tariff | None) -> Compared:
    """Return ``month`` under the model ``key``."""
    settings = month.settings if key == month.municipality else MappingProxyType({})
    other = month.model_copy(update={"municipality": key, "settings": settings})
    try:
        settlement = settle_month(other, tariff)
    except MonthRefused as refusal:
        return Compared(key, name, None, refusal.faults)
    return Compared(key, name, settlement, settlement.faults)
