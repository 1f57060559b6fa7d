"""An invoice: values that every file of it is written from. Amounts are whole öre."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date
from decimal import Decimal
from enum import StrEnum

from planner.model.units import Ore

CENT = Decimal("0.01")


class Unit(StrEnum):
    """What a quantity is counted in: hours or pieces (UN/ECE recommendation 20)."""

    HOUR = "HUR"
    PIECE = "H87"


@dataclass(frozen=True, slots=True)
class InvoiceLine:
    """What one price adds up to.

    ``quantity`` is in ``unit``, an hour to the sixth decimal; ``unit_price`` is öre for one,
    ``amount`` öre for all. ``vat`` is per cent.
    """

    number: int
    price: str
    name: str
    unit: Unit
    quantity: Decimal
    unit_price: Ore
    amount: Ore
    vat: int


@dataclass(frozen=True, slots=True)
class Invoice:
    """One month for one reference. ``issued`` and ``due`` are days, the month is both its ends."""

    number: str
    reference: str
    issued: date
    due: date
    first: date
    last: date
    lines: tuple[InvoiceLine, ...]

    @property
    def month(self) -> str:
        """The month as ``2026-01``."""
        return f"{self.first:%Y-%m}"

    @property
    def net(self) -> Ore:
        """The sum of the lines without VAT."""
        return Ore(sum(line.amount for line in self.lines))

    @property
    def by_rate(self) -> Mapping[int, Ore]:
        """What is taxed at each rate, the lowest rate first."""
        rates = sorted({line.vat for line in self.lines})
        return {
            rate: Ore(sum(line.amount for line in self.lines if line.vat == rate)) for rate in rates
        }

    @property
    def vat(self) -> Ore:
        """All VAT: that of each rate, rounded for itself."""
        return Ore(sum(vat_of(base, rate) for rate, base in self.by_rate.items()))

    @property
    def gross(self) -> Ore:
        """What is to be paid."""
        return Ore(self.net + self.vat)


def vat_of(base: Ore, rate: int) -> Ore:
    """Return ``rate`` per cent of ``base`` in whole öre, halves away from zero."""
    sign = -1 if base < 0 else 1
    return Ore(sign * ((2 * abs(base) * rate + 100) // 200))


def kronor(amount: int) -> Decimal:
    """Return ``amount`` öre in kronor with two decimals, exactly."""
    return (Decimal(amount) * CENT).quantize(CENT)
