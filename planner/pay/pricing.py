"""Put the tariff's prices on lines."""

from collections.abc import Iterable
from dataclasses import replace

from planner.pay.compensation import Municipality
from planner.pay.lines import Line
from planner.pay.money import amount_of
from planner.pay.tariff import PriceMissing, Tariff


def priced(lines: Iterable[Line], municipality: Municipality, tariff: Tariff) -> tuple[Line, ...]:
    """Return ``lines`` with their amounts; raises ``PriceMissing`` naming every missing price.

    A line that is denied or locked out has an amount as well: what it would have been.
    """
    rows = tuple(lines)
    hourly = {price.name: price.hourly for price in municipality.prices}
    missing = {row.price for row in rows if row.price and row.price not in tariff.prices}
    if missing:
        raise PriceMissing(tuple(sorted(missing)))
    return tuple(
        row
        if row.price is None
        else replace(
            row,
            amount=amount_of(
                row.time, row.count, tariff.prices[row.price], hourly=hourly[row.price]
            ),
        )
        for row in rows
    )
