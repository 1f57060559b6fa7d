"""Read the sums back from an invoice in XML, as the receiver would."""

from dataclasses import dataclass
from decimal import Decimal

from lxml import etree

from planner.pay.invoice.ubl import CAC, CBC, INVOICE

_NAMES = {"i": INVOICE, "cac": CAC, "cbc": CBC}


@dataclass(frozen=True, slots=True)
class Sums:
    """The amounts of an invoice in kronor, as they stand in the document."""

    number: str
    reference: str
    lines: tuple[Decimal, ...]
    net: Decimal
    vat: Decimal
    gross: Decimal


def read_sums(document: bytes) -> Sums:
    """Return the sums of ``document``; raises ``ValueError`` if an amount is missing.

    The document is read without entities, network or external parts.
    """
    parser = etree.XMLParser(resolve_entities=False, no_network=True, load_dtd=False)
    root = etree.fromstring(document, parser)
    total = "cac:LegalMonetaryTotal/cbc:"
    return Sums(
        number=_one(root, "cbc:ID"),
        reference=_one(root, "cbc:BuyerReference"),
        lines=tuple(
            Decimal(_one(line, "cbc:LineExtensionAmount"))
            for line in root.iterfind("cac:InvoiceLine", _NAMES)
        ),
        net=Decimal(_one(root, f"{total}TaxExclusiveAmount")),
        vat=Decimal(_one(root, "cac:TaxTotal/cbc:TaxAmount")),
        gross=Decimal(_one(root, f"{total}PayableAmount")),
    )


def _one(node: etree._Element, path: str) -> str:
    """Return the text at ``path``."""
    text = node.findtext(path, namespaces=_NAMES)
    if text is None:
        raise ValueError(f"no {path} in the invoice: it is not one of Hemrunda's")
    return text
