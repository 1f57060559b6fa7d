"""Read months and tariffs; their faults carry the name of the file."""

from collections.abc import Callable, Iterable
from dataclasses import replace
from pathlib import Path
from typing import TypeVar

from api.cli.refusals import Refused
from planner.exchange.documents import InvalidDocument, read_month
from planner.exchange.tariffs import read_tariff
from planner.model.findings import Fault, Severity
from planner.pay.checks import MonthRefused
from planner.pay.model.month import Month
from planner.pay.tariff import Tariff

Document = TypeVar("Document", Month, Tariff)
Result = TypeVar("Result")


def read_month_and_tariff(month: Path, tariff: Path | None) -> tuple[Month, Tariff | None]:
    """Return both; raises ``Refused`` with every fault of both."""
    given, faults = _read(month, read_month)
    prices, price_faults = (None, ()) if tariff is None else _read(tariff, read_tariff)
    if given is None or price_faults:
        raise Refused((*faults, *price_faults))
    return given, prices


def read_tariff_file(path: Path) -> Tariff:
    """Return the tariff in ``path``; raises ``Refused`` with every fault."""
    tariff, faults = _read(path, read_tariff)
    if tariff is None:
        raise Refused(faults)
    return tariff


def naming(path: Path, faults: Iterable[Fault]) -> tuple[Fault, ...]:
    """Return ``faults`` with the name of the file before their paths."""
    return tuple(replace(fault, path=f"{path.name} {fault.path}") for fault in faults)


def refusing(path: Path, work: Callable[[], Result]) -> Result:
    """Return what ``work`` gives; raises ``Refused`` naming ``path`` when the month is refused."""
    try:
        return work()
    except MonthRefused as refusal:
        raise Refused(naming(path, refusal.faults)) from None


def has_errors(faults: Iterable[Fault]) -> int:
    """Return how many of ``faults`` are errors."""
    return sum(fault.severity is Severity.ERROR for fault in faults)


def _read(
    path: Path, reader: Callable[[Path], Document]
) -> tuple[Document | None, tuple[Fault, ...]]:
    try:
        return reader(path), ()
    except InvalidDocument as problem:
        return None, naming(path, problem.faults)
