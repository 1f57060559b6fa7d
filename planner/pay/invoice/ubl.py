"""An invoice as Peppol BIS Billing 3: UBL 2.1, elements in the order of its schema.

It holds who sells, who buys, sums and counts, and nothing of any client: no note but where the
basis lies, no attachment, names of services only.
"""

from base64 import b64encode
from collections.abc import Mapping
from dataclasses import dataclass
from decimal import Decimal
from types import MappingProxyType

from lxml import etree

from planner.pay.invoice.invoice import Invoice, InvoiceLine, kronor, vat_of
from planner.pay.invoice.settings import InvoiceSettings, NoVat, Party, Payment

INVOICE = "urn:oasis:names:specification:ubl:schema:xsd:Invoice-2"
CAC = "urn:oasis:names:specification:ubl:schema:xsd:CommonAggregateComponents-2"
CBC = "urn:oasis:names:specification:ubl:schema:xsd:CommonBasicComponents-2"
_NAMESPACES: Mapping[str | None, str] = MappingProxyType({"cac": CAC, "cbc": CBC})

CUSTOMIZATION = "urn:cen.eu:en16931:2017#compliant#urn:fdc:peppol.eu:2017:poacc:billing:3.0"
PROFILE = "urn:fdc:peppol.eu:2017:poacc:billing:01:1.0"
COMMERCIAL_INVOICE = "380"
CREDIT_TRANSFER = "30"
CURRENCY = "SEK"
F_TAX = "Godkänd för F-skatt"
"""What Swedish sellers with F-skatt state, word for word (SE-R-005)."""


@dataclass(frozen=True, slots=True)
class Texts:
    """What is said in words: where the basis lies (U32), and when to pay (U31)."""

    note: str
    terms: str


@dataclass(frozen=True, slots=True)
class Attachment:
    """A CSV file that goes with the invoice (N30); it names nobody."""

    name: str
    description: str
    content: bytes


def write_ubl(
    invoice: Invoice,
    settings: InvoiceSettings,
    texts: Texts,
    attachment: Attachment | None = None,
) -> bytes:
    """Return ``invoice`` as an XML document in UTF-8, with ``attachment`` in it."""
    names: dict[str | None, str] = {None: INVOICE, **_NAMESPACES}
    root = etree.Element(etree.QName(INVOICE, "Invoice"), nsmap=names)
    _header(root, invoice, texts.note)
    if attachment is not None:
        _attach(root, attachment)
    _party(_add(root, "AccountingSupplierParty"), settings.seller, settings)
    _party(_add(root, "AccountingCustomerParty"), settings.buyer, None)
    _payment(root, invoice, settings.payment)
    _text(_add(root, "PaymentTerms"), "Note", texts.terms)
    _taxes(root, invoice, settings)
    _totals(root, invoice)
    for line in invoice.lines:
        _line(root, line, settings)
    return etree.tostring(root, xml_declaration=True, encoding="UTF-8", pretty_print=True)


def _header(root: etree._Element, invoice: Invoice, note: str) -> None:
    """Write what the invoice is and which month it is about."""
    _text(root, "CustomizationID", CUSTOMIZATION)
    _text(root, "ProfileID", PROFILE)
    _text(root, "ID", invoice.number)
    _text(root, "IssueDate", invoice.issued.isoformat())
    _text(root, "DueDate", invoice.due.isoformat())
    _text(root, "InvoiceTypeCode", COMMERCIAL_INVOICE)
    _text(root, "Note", note)
    _text(root, "DocumentCurrencyCode", CURRENCY)
    _text(root, "BuyerReference", invoice.reference)
    period = _add(root, "InvoicePeriod")
    _text(period, "StartDate", invoice.first.isoformat())
    _text(period, "EndDate", invoice.last.isoformat())


def _attach(root: etree._Element, attachment: Attachment) -> None:
    """Write the attachment."""
    node = _add(root, "AdditionalDocumentReference")
    _text(node, "ID", attachment.name)
    _text(node, "DocumentDescription", attachment.description)
    _text(
        _add(node, "Attachment"),
        "EmbeddedDocumentBinaryObject",
        b64encode(attachment.content).decode(),
        mimeCode="text/csv",
        filename=attachment.name,
    )


def _party(parent: etree._Element, party: Party, seller: InvoiceSettings | None) -> None:
    """Write one party; the seller has its tax registrations too."""
    node = _add(parent, "Party")
    endpoint = party.endpoint
    _text(node, "EndpointID", endpoint.id, schemeID=endpoint.scheme.value)
    _text(_add(node, "PartyName"), "Name", party.name)
    address = _add(node, "PostalAddress")
    _text(address, "StreetName", party.street)
    _text(address, "CityName", party.city)
    _text(address, "PostalZone", party.postcode)
    _text(_add(address, "Country"), "IdentificationCode", "SE")
    if seller is not None:
        _tax_schemes(node, seller)
    legal = _add(node, "PartyLegalEntity")
    _text(legal, "RegistrationName", party.name)
    _text(legal, "CompanyID", party.org_number, schemeID="0007")
    contact = party.contact
    if contact is not None and any((contact.name, contact.phone, contact.mail)):
        own = _add(node, "Contact")
        for name, value in (
            ("Name", contact.name),
            ("Telephone", contact.phone),
            ("ElectronicMail", contact.mail),
        ):
            if value is not None:
                _text(own, name, value)


def _tax_schemes(node: etree._Element, settings: InvoiceSettings) -> None:
    """Write the seller's VAT number and F-skatt."""
    outside = settings.vat.category is NoVat.OUTSIDE
    if settings.seller.vat_number and not outside:
        _tax_scheme(node, settings.seller.vat_number, "VAT")
    if settings.seller.f_tax:
        _tax_scheme(node, F_TAX, "TAX")


def _tax_scheme(node: etree._Element, number: str, scheme: str) -> None:
    """Write one registration."""
    own = _add(node, "PartyTaxScheme")
    _text(own, "CompanyID", number)
    _text(_add(own, "TaxScheme"), "ID", scheme)


def _payment(root: etree._Element, invoice: Invoice, payment: Payment) -> None:
    """Write where to pay: a bankgiro in the way of SE-R-011, or an account."""
    means = _add(root, "PaymentMeans")
    _text(means, "PaymentMeansCode", CREDIT_TRANSFER)
    _text(means, "PaymentID", invoice.number)
    account = _add(means, "PayeeFinancialAccount")
    branch = "SE:BANKGIRO" if payment.bankgiro else payment.bic
    _text(account, "ID", payment.bankgiro or payment.iban or "")
    if branch:
        _text(_add(account, "FinancialInstitutionBranch"), "ID", branch)


def _taxes(root: etree._Element, invoice: Invoice, settings: InvoiceSettings) -> None:
    """Write the VAT, by rate."""
    total = _add(root, "TaxTotal")
    _amount(total, "TaxAmount", invoice.vat)
    for rate, base in invoice.by_rate.items():
        subtotal = _add(total, "TaxSubtotal")
        _amount(subtotal, "TaxableAmount", base)
        _amount(subtotal, "TaxAmount", vat_of(base, rate))
        category = _category(_add(subtotal, "TaxCategory"), rate, settings)
        if not rate:
            if settings.vat.code is not None:
                _text(category, "TaxExemptionReasonCode", settings.vat.code)
            _text(category, "TaxExemptionReason", settings.vat.reason)
        _text(_add(category, "TaxScheme"), "ID", "VAT")


def _category(node: etree._Element, rate: int, settings: InvoiceSettings) -> etree._Element:
    """Write category and rate; what is outside the scope of VAT has no rate."""
    none = settings.vat.category
    _text(node, "ID", none.value if not rate else "S")
    if rate or none is not NoVat.OUTSIDE:
        _text(node, "Percent", str(rate))
    return node


def _totals(root: etree._Element, invoice: Invoice) -> None:
    """Write the sums."""
    total = _add(root, "LegalMonetaryTotal")
    _amount(total, "LineExtensionAmount", invoice.net)
    _amount(total, "TaxExclusiveAmount", invoice.net)
    _amount(total, "TaxInclusiveAmount", invoice.gross)
    _amount(total, "PayableAmount", invoice.gross)


def _line(root: etree._Element, line: InvoiceLine, settings: InvoiceSettings) -> None:
    """Write one line."""
    node = _add(root, "InvoiceLine")
    _text(node, "ID", str(line.number))
    _text(node, "InvoicedQuantity", _plain(line.quantity), unitCode=line.unit.value)
    _amount(node, "LineExtensionAmount", line.amount)
    item = _add(node, "Item")
    _text(item, "Name", line.name)
    category = _category(_add(item, "ClassifiedTaxCategory"), line.vat, settings)
    _text(_add(category, "TaxScheme"), "ID", "VAT")
    _amount(_add(node, "Price"), "PriceAmount", line.unit_price)


def _add(parent: etree._Element, name: str) -> etree._Element:
    """Add an aggregate."""
    return etree.SubElement(parent, etree.QName(CAC, name))


def _text(parent: etree._Element, name: str, text: str, **attributes: str) -> None:
    """Add a basic element with its text."""
    node = etree.SubElement(parent, etree.QName(CBC, name), attrib=attributes)
    node.text = text


def _amount(parent: etree._Element, name: str, ore: int) -> None:
    """Add an amount in kronor with two decimals."""
    _text(parent, name, str(kronor(ore)), currencyID=CURRENCY)


def _plain(value: Decimal) -> str:
    """Return ``value`` without an exponent."""
    return f"{value:f}"
