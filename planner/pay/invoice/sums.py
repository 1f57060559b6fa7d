"""What the paid lines of a settlement add up to, by reference and price."""

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass

from planner.model.units import Ore
from planner.pay.compensation import Price
from planner.pay.invoice.settings import InvoiceSettings
from planner.pay.lines import Line
from planner.pay.money import PER_ORE


@dataclass(frozen=True, slots=True)
class Sum:
    """The paid lines of one price for one reference; ``amount`` in 1/3600 öre."""

    reference: str
    price: Price
    quantity: int
    unit_price: Ore
    amount: int


def sums_of(
    paid: Iterable[Line], prices: Mapping[str, Price], settings: InvoiceSettings
) -> Iterator[Sum]:
    """Yield what each price adds up to for each reference, sorted; nothing that is 0."""
    found: dict[tuple[str, str, Ore], tuple[int, int]] = {}
    for line in paid:
        name, amount = line.price or "", line.amount or 0
        quantity = line.time if prices[name].hourly else line.count
        if not quantity:
            continue
        per = 1 if prices[name].hourly else PER_ORE
        unit_price = Ore(amount // (quantity * per))
        key = line.reference or settings.references.default or "", name, unit_price
        before = found.get(key, (0, 0))
        found[key] = before[0] + quantity, before[1] + amount
    for (reference, name, unit_price), (quantity, amount) in sorted(found.items()):
        yield Sum(reference, prices[name], quantity, unit_price, amount)
