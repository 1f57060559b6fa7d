"""The demo's tariff: made-up prices, marked EXEMPEL, refused for any month that is not made up."""

from datetime import date

from planner.pay.registry import municipalities
from planner.pay.tariff import Tariff

NAME = "EXEMPEL"
"""What to give as tariff to get this one."""

HOUR, PIECE = 40_000, 5_000
"""Öre per hour and per piece, whatever it is: 400 and 50 kronor."""


def example_tariff(municipality: str, first: date) -> Tariff:
    """Return a tariff with a made-up price for all that ``municipality``'s model pays for.

    For an unknown municipality it is empty.
    """
    known = municipalities().get(municipality)
    prices = {row.name: HOUR if row.hourly else PIECE for row in (known.prices if known else ())}
    return Tariff.model_validate(
        {
            "municipality": municipality,
            "valid_from": first,
            "example": True,
            "prices": prices,
            "vat": dict.fromkeys(prices, 0),
        }
    )
