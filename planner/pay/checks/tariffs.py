"""Whether a tariff may be used for a month."""

from collections.abc import Iterator

from planner.model.findings import Fault
from planner.pay.checks.codes import PayCode, PayHint
from planner.pay.checks.report import error
from planner.pay.model.month import Month
from planner.pay.tariff import PriceMissing, Tariff


def tariff_faults(month: Month, tariff: Tariff) -> Iterator[Fault]:
    """Yield why ``tariff`` cannot be used for ``month``."""
    hint = PayHint.CHOOSE_TARIFF
    if tariff.municipality != month.municipality:
        yield error(
            PayCode.TARIFF_OTHER_MUNICIPALITY,
            ("tariff", "municipality"),
            tariff.municipality,
            hint,
            expected=month.municipality,
        )
    ends = tariff.valid_to is not None and tariff.valid_to < month.last
    if tariff.valid_from > month.first or ends:
        yield error(
            PayCode.TARIFF_NOT_VALID,
            ("tariff", "valid_from"),
            tariff.valid_from,
            hint,
            month=month.month,
        )
    if tariff.example and not month.demo:
        yield error(PayCode.TARIFF_EXAMPLE, ("tariff", "example"), "EXEMPEL", hint)


def missing_prices(problem: PriceMissing) -> tuple[Fault, ...]:
    """Return a fault for each price that the tariff lacks."""
    return tuple(
        error(PayCode.TARIFF_PRICE_MISSING, ("tariff", "prices", name), name, PayHint.ADD_PRICE)
        for name in problem.names
    )
