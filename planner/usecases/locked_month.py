"""The settlement that a month is locked with: read back, never worked out again."""

from dataclasses import dataclass, replace
from typing import Protocol

from planner.exchange.stored_settlements import read_settlement
from planner.pay.checks import MonthRefused
from planner.pay.checks.codes import PayCode, PayHint
from planner.pay.checks.report import error
from planner.pay.checks.tariffs import missing_prices, tariff_faults
from planner.pay.model.month import Month
from planner.pay.pricing import priced
from planner.pay.registry import municipalities
from planner.pay.settlement import MonthKey, Settlement
from planner.pay.tariff import PriceMissing, Tariff


class LockedStore(Protocol):
    """Keeps locked months."""

    def locked_month(self, key: MonthKey) -> tuple[str, Month] | None:
        """Return the document that ``key`` is locked with and what it was made from, if it is."""
        ...


@dataclass(frozen=True, slots=True)
class Locked:
    """A locked month: what it was settled from, and its settlement."""

    month: Month
    settlement: Settlement

    def with_prices(self, tariff: Tariff | None) -> Settlement:
        """Return the settlement; where it was locked without prices, with those of ``tariff``.

        Raises ``MonthRefused`` when the month was locked with other prices than ``tariff`` has,
        and when ``tariff`` does not fit or lacks prices.
        """
        if tariff is None:
            return self.settlement
        municipality = municipalities()[self.settlement.municipality]
        faults = tuple(tariff_faults(self.month, tariff))
        if faults:
            raise MonthRefused(faults)
        try:
            lines = priced(self.settlement.lines, municipality, tariff)
        except PriceMissing as problem:
            raise MonthRefused(missing_prices(problem)) from None
        if self.settlement.tariff is None:
            return replace(self.settlement, lines=lines, tariff=tariff.valid_from.isoformat())
        if lines != self.settlement.lines:
            code, hint = PayCode.LOCKED_PRICES_DIFFER, PayHint.CHOOSE_TARIFF
            raise MonthRefused([error(code, ("tariff", "prices"), None, hint)])
        return self.settlement


def locked_month(key: MonthKey, store: LockedStore) -> Locked | None:
    """Return the locked month ``key``, if it is locked."""
    found = store.locked_month(key)
    if found is None:
        return None
    document, month = found
    return Locked(month, read_settlement(document))
