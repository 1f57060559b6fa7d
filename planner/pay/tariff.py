"""A tariff: what an hour or a piece costs from a day on, as the municipality decided it.

Prices are never guessed: a price that is needed and missing is an error that names it.

    municipality = "haninge"
    valid_from = 2026-01-01
    valid_to = 2026-12-31       # may be left out
    example = true              # EXEMPEL: refused outside the demo

    [prices]                    # öre per hour, or per piece
    "hour.home_care" = 45_000
    "box" = 1_250

    [vat]                       # per cent by name of the price; invoices need it
    "hour.home_care" = 0
"""

from collections.abc import Mapping
from datetime import date
from types import MappingProxyType
from typing import Annotated

from pydantic import AfterValidator, Field

from planner.model.base import Value
from planner.model.units import Ore

Prices = Annotated[Mapping[str, Ore], AfterValidator(lambda value: MappingProxyType(dict(value)))]
"""Öre by the name of the price."""

Rates = Annotated[Mapping[str, int], AfterValidator(lambda value: MappingProxyType(dict(value)))]
"""Per cent of VAT by the name of the price."""


class Tariff(Value):
    """Prices in öre by name, valid from ``valid_from`` to ``valid_to`` (both included)."""

    municipality: str
    valid_from: date
    valid_to: date | None = None
    example: bool = False
    prices: Prices = Field(default_factory=lambda: MappingProxyType({}))
    vat: Rates = Field(default_factory=lambda: MappingProxyType({}))


class PriceMissing(ValueError):  # noqa: N818  a refusal is an answer, not an accident
    """The tariff lacks prices that the month needs; ``names`` are all of them, sorted."""

    def __init__(self, names: tuple[str, ...]) -> None:
        """Note ``names``."""
        self.names = names
        super().__init__(", ".join(names))
