"""Who sends the invoice, to whom, and how it is paid: a TOML file of the unit.

municipality = "haninge"

[seller]
name = "Exempelvård AB"
org_number = "5560360793"
vat_number = "SE556036079301"     # "" when not registered for VAT
f_tax = true                      # "Godkänd för F-skatt"
street = "Storgatan 1"
postcode = "13630"
city = "Haninge"
endpoint = { scheme = "0007", id = "5560360793" }

[buyer]                           # as the seller, without vat_number and f_tax
...

[payment]
bankgiro = "50501055"             # or iban and bic

[references]
default = "75219"                 # of lines without one of their own
allowed = ["75219"]

[vat]                             # of what has 0 per cent
category = "E"
code = "VATEX-EU-132-1G"
reason = "..."
"""

from collections.abc import Mapping
from enum import StrEnum
from types import MappingProxyType
from typing import Annotated

from pydantic import AfterValidator, Field

from planner.model.base import Value

Text = Annotated[str, Field(min_length=1, max_length=200)]
"""A text that must say something."""

Names = Annotated[Mapping[str, Text], AfterValidator(lambda value: MappingProxyType(dict(value)))]
"""Texts by the name of a price."""

Rates = Annotated[
    Mapping[str, Annotated[int, Field(ge=0, le=25)]],
    AfterValidator(lambda value: MappingProxyType(dict(value))),
]
"""Per cent of VAT by the name of a price."""


class Scheme(StrEnum):
    """What an electronic address is: an organisation number, or a GLN."""

    ORG_NUMBER = "0007"
    GLN = "0088"


class Endpoint(Value):
    """An electronic address in the Peppol network."""

    scheme: Scheme
    id: Text


class Contact(Value):
    """Whom to ask: a function and its telephone and mail, never a client."""

    name: Text | None = None
    phone: Text | None = None
    mail: Text | None = None


class Party(Value):
    """A seller or a buyer in Sweden; ``org_number`` is ten digits without hyphen."""

    name: Text
    org_number: Text
    street: Text
    postcode: Text
    city: Text
    endpoint: Endpoint
    contact: Contact | None = None


class Seller(Party):
    """The provider. ``vat_number`` is SE, the organisation number and 01, or empty without one."""

    vat_number: str
    f_tax: bool


class Payment(Value):
    """Where to pay: a bankgiro, or an IBAN with its BIC; ``days`` from receipt (U31, N32)."""

    bankgiro: Text | None = None
    iban: Text | None = None
    bic: Text | None = None
    days: int = Field(default=30, ge=1, le=90)


class References(Value):
    """The buyer's references (U34, N31).

    ``default`` stands for lines without one of their own; without it such a line is an error.
    With ``allowed`` any other is an error.
    """

    default: Text | None = None
    allowed: tuple[Text, ...] = ()


class NoVat(StrEnum):
    """Why there is no VAT: exempt (E), or outside its scope (O)."""

    EXEMPT = "E"
    OUTSIDE = "O"


class Vat(Value):
    """How what has 0 per cent is told: home care is normally exempt, article 132.1 g.

    ``code`` is that of the VATEX list; what is outside the scope of VAT has ``VATEX-EU-O``.
    ``rates`` go before those of the tariff.
    """

    category: NoVat = NoVat.EXEMPT
    code: Text | None = "VATEX-EU-132-1G"
    reason: Text
    rates: Rates = Field(default_factory=lambda: MappingProxyType({}))


class InvoiceSettings(Value):
    """Everything an invoice needs beside the settlement.

    ``names`` say what a price is called on the invoice. ``basis`` names the system in which the
    municipality finds the basis (U32).
    """

    municipality: Text
    seller: Seller
    buyer: Party
    payment: Payment
    references: References
    vat: Vat
    names: Names = Field(default_factory=lambda: MappingProxyType({}))
    basis: Text
