"""How figures look on a Swedish invoice, and where its words come from."""

from decimal import Decimal
from typing import Protocol

from planner.pay.invoice.invoice import kronor

_HARD_SPACE = "\N{NO-BREAK SPACE}"
_HOUR = 3600


class Say(Protocol):
    """Gives the words of a code, its parameters filled in."""

    def __call__(self, code: str, /, **parameters: object) -> str:
        """Return the text of ``code``."""
        ...


def money(ore: int) -> str:
    """Return ``ore`` in kronor as ``1 234,50``."""
    return decimal(kronor(ore))


def decimal(value: Decimal) -> str:
    """Return ``value`` with a decimal comma and its thousands set apart."""
    return f"{value:,f}".replace(",", _HARD_SPACE).replace(".", ",")


def hours(seconds: int) -> Decimal:
    """Return ``seconds`` in hours, to the second decimal, halves up."""
    return ((Decimal(seconds) * 100 / _HOUR) + Decimal("0.5")).to_integral_value(
        "ROUND_FLOOR"
    ) / 100
