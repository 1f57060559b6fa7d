"""Settle a month: check it, turn every account into lines, put prices on them."""

from collections.abc import Callable

from planner.pay.accounts import accounts_of
from planner.pay.checks import Checked, MonthRefused, check_month
from planner.pay.checks.tariffs import missing_prices
from planner.pay.lines import Line
from planner.pay.model.month import Month
from planner.pay.pricing import priced
from planner.pay.settlement import Settlement, order_of
from planner.pay.tariff import PriceMissing, Tariff

Progress = Callable[[int, int], None]
"""Is told how many accounts of how many are settled."""


def settle_month(
    month: Month, tariff: Tariff | None = None, *, progress: Progress | None = None
) -> Settlement:
    """Return the settlement of ``month``; without ``tariff`` in time and counts only.

    Rows with an error are left out and named in ``faults``. Raises ``MonthRefused`` when nothing
    can be settled: municipality or settings unknown, a tariff that does not fit or lacks prices.
    """
    checked = check_month(month, tariff)
    lines = _lines(checked, progress)
    if tariff is not None:
        try:
            lines = priced(lines, checked.municipality, tariff)
        except PriceMissing as problem:
            raise MonthRefused((*checked.faults, *missing_prices(problem))) from None
    return Settlement(
        municipality=month.municipality,
        provider=month.provider,
        unit=month.unit,
        month=month.month,
        lines=tuple(sorted(lines, key=order_of)),
        faults=checked.faults,
        tariff=tariff.valid_from.isoformat() if tariff else None,
    )


def _lines(checked: Checked, progress: Progress | None) -> tuple[Line, ...]:
    """Return the lines of every account."""
    accounts = tuple(accounts_of(checked.month))
    lines: list[Line] = []
    for number, account in enumerate(accounts, start=1):
        lines.extend(checked.model.lines(account))
        if progress is not None:
            progress(number, len(accounts))
    return tuple(lines)
