"""A settled month, the settings of an invoice, and the invoices made of both."""

from datetime import date
from types import MappingProxyType
from typing import Any

from planner.model.units import ClientId, Seconds
from planner.pay.compensation import Price
from planner.pay.invoice.invoice import Invoice
from planner.pay.invoice.make import Ask, make_invoices
from planner.pay.invoice.settings import InvoiceSettings
from planner.pay.lines import Line, Source, Status
from planner.pay.model.kinds import Insats
from planner.pay.money import amount_of
from planner.pay.reasons import Reason
from planner.pay.settlement import Settlement

CARE = Price("hour.home_care", hourly=True, rules=("U57",))
BOX = Price("box", hourly=False, rules=("U65",))
START_UP = Price("hour.start_up", hourly=True, rules=("U36",))
PRICES = (CARE, BOX, START_UP)
ORE = MappingProxyType({"hour.home_care": 41_730, "box": 4_615, "hour.start_up": 41_730})
RATES = MappingProxyType({"hour.home_care": 0, "box": 12, "hour.start_up": 0})
NAMES = MappingProxyType(
    {"hour.home_care": "Hemtjänst, utförd tid", "box": "Matlådor", "hour.start_up": "Uppstart"}
)
CLIENTS = ("BRUK0017", "BRUK0233", "BRUK4711")

SELLER = MappingProxyType(
    {
        "name": "Exempelvård i Mälardalen AB",
        "org_number": "5560360793",
        "vat_number": "SE556036079301",
        "f_tax": True,
        "street": "Storgatan 1",
        "postcode": "136 30",
        "city": "Haninge",
        "endpoint": {"scheme": "0007", "id": "5560360793"},
        "contact": {"name": "Ekonomi", "phone": "08-000 00 00", "mail": "ekonomi@example.se"},
    }
)
BUYER = MappingProxyType(
    {
        "name": "Upplands-Bro kommun",
        "org_number": "2120000100",
        "street": "Furuhällsplan 1",
        "postcode": "19681",
        "city": "Kungsängen",
        "endpoint": {"scheme": "0007", "id": "2120000100"},
    }
)

SETTINGS_TOML = """\
municipality = "upplands_bro"
basis = "Phoniro Care"
[seller]
name = "Exempelvård AB"
org_number = "5560360793"
vat_number = "SE556036079301"
f_tax = true
street = "Storgatan 1"
postcode = "13630"
city = "Haninge"
endpoint = { scheme = "0007", id = "5560360793" }
[buyer]
name = "Upplands-Bro kommun"
org_number = "2120000100"
street = "Furuhällsplan 1"
postcode = "19681"
city = "Kungsängen"
endpoint = { scheme = "0007", id = "2120000100" }
[payment]
bankgiro = "50501055"
[references]
default = "75219"
[vat]
reason = "Social omsorg, undantagen från mervärdesskatt"
"""


def settings(**changes: Any) -> InvoiceSettings:
    """Return the settings with ``changes`` of its parts."""
    content: dict[str, Any] = {
        "municipality": "upplands_bro",
        "seller": dict(SELLER),
        "buyer": dict(BUYER),
        "payment": {"bankgiro": "50501055"},
        "references": {"default": "75219", "allowed": ("75219", "780201", "350101")},
        "vat": {"reason": "Social omsorg, undantagen från moms"},
        "basis": "Phoniro Care",
    }
    return InvoiceSettings.model_validate({**content, **changes}, strict=False)


def line(
    price: Price | None,
    quantity: int,
    *,
    client: str = CLIENTS[0],
    status: Status = Status.SURE,
    reference: str | None = None,
    ore: int | None = None,
) -> Line:
    """Return a line of ``quantity`` seconds, or pieces, at ``price``."""
    hourly = price is not None and price.hourly
    time, count = (quantity, 0) if hourly else (0, quantity)
    name = price.name if price else None
    each = ore if ore is not None else ORE[name] if name else 0
    amount = amount_of(time, count, each, hourly=hourly) if price else None  # type: ignore[arg-type]
    return Line(
        source=Source.PERFORMED,
        record=f"V-{client}",
        client=ClientId(client),
        day=date(2026, 1, 15),
        status=status,
        reason=Reason.PERFORMED,
        rules=("U57",),
        insats=Insats.PERSONAL_CARE,
        reference=reference,
        time=Seconds(time),
        count=count,
        price=name,
        amount=amount,
    )


def settlement(*lines: Line, municipality: str = "upplands_bro") -> Settlement:
    """Return January 2026 with ``lines``, or with some of every price."""
    rows = lines or (
        line(CARE, 3600 * 120 + 700),
        line(CARE, 3600 * 33 + 1234, client=CLIENTS[1]),
        line(CARE, 3600 * 12, client=CLIENTS[2], reference="350101"),
        line(CARE, 900, client=CLIENTS[1], status=Status.AT_RISK),
        line(START_UP, 3 * 3600, client=CLIENTS[2]),
        line(BOX, 61, client=CLIENTS[1]),
        line(BOX, 7, client=CLIENTS[2], reference="350101"),
    )
    return Settlement(municipality, "P1", "E1", "2026-01", tuple(rows), tariff="2026-01-01")


def invoices(
    settled: Settlement | None = None, given: InvoiceSettings | None = None, number: str = "F1001"
) -> tuple[Invoice, ...]:
    """Return the invoices of a settlement, issued on 4 February 2026."""
    ask = Ask(number, date(2026, 2, 4), RATES, NAMES)
    return make_invoices(settled or settlement(), PRICES, given or settings(), ask)
