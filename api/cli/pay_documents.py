"""Read months and tariffs; their faults carry the name of the file."""

from collections.abc import Callable, Iterable
from dataclasses import replace
from pathlib import Path
from typing import TypeVar

from api.cli.refusals import Refused
from api.demo.tariff import NAME as EXAMPLE
from api.demo.tariff import example_tariff
from planner.exchange.documents import InvalidDocument, read_month
from planner.exchange.tariffs import read_tariff
from planner.model.findings import Fault, Severity
from planner.pay.checks import MonthRefused
from planner.pay.model.month import Month
from planner.pay.tariff import Tariff

Document = TypeVar("Document", Month, Tariff)
Result = TypeVar("Result")


def read_month_file(path: Path) -> Month:
    """Return the month in ``path``; raises ``Refused`` with every fault."""
    month, faults = _read(path, read_month)
    if month is None:
        raise Refused(faults)
    return month


def tariff_of(month: Month, path: Path | None) -> Tariff | None:
    """Return the tariff in ``path``, or the demo's for a path named EXEMPEL."""
    if path is None:
        return None
    if _is_example(path):
        return example_tariff(month.municipality, month.first)
    return read_tariff_file(path)


def read_tariff_file(path: Path) -> Tariff:
    """Return the tariff in ``path``; raises ``Refused`` with every fault."""
    tariff, faults = _read(path, read_tariff)
    if tariff is None:
        raise Refused(faults)
    return tariff


def naming(source: Path | str, faults: Iterable[Fault]) -> tuple[Fault, ...]:
    """Return ``faults`` with the name of the file, or of the stored month, before their paths."""
    name = source if isinstance(source, str) else source.name
    return tuple(replace(fault, path=f"{name} {fault.path}") for fault in faults)


def refusing(path: Path | str, work: Callable[[], Result]) -> Result:
    """Return what ``work`` gives; raises ``Refused`` naming ``path`` when the month is refused."""
    try:
        return work()
    except MonthRefused as refusal:
        raise Refused(naming(path, refusal.faults)) from None


def has_errors(faults: Iterable[Fault]) -> int:
    """Return how many of ``faults`` are errors."""
    return sum(fault.severity is Severity.ERROR for fault in faults)


def _is_example(path: Path) -> bool:
    """Say whether ``path`` stands for the demo's tariff."""
    return str(path) == EXAMPLE and not path.exists()


def _read(
    path: Path, reader: Callable[[Path], Document]
) -> tuple[Document | None, tuple[Fault, ...]]:
    try:
        return reader(path), ()
    except InvalidDocument as problem:
        return None, naming(path, problem.faults)
