"""A checker of its own for invoices: what Peppol BIS Billing 3 and EN 16931 ask of sums and parts.

Written from the documented rules, apart from the code that writes invoices; each is named by its
id. It looks at the document as a receiver does.
"""

from collections.abc import Iterator
from decimal import ROUND_HALF_UP, Decimal

from lxml import etree

NAMES = {
    "i": "urn:oasis:names:specification:ubl:schema:xsd:Invoice-2",
    "cac": "urn:oasis:names:specification:ubl:schema:xsd:CommonAggregateComponents-2",
    "cbc": "urn:oasis:names:specification:ubl:schema:xsd:CommonBasicComponents-2",
}
CENT = Decimal("0.01")

SEQUENCES = {
    "Invoice": "CustomizationID ProfileID ID IssueDate DueDate InvoiceTypeCode Note"
    " DocumentCurrencyCode BuyerReference InvoicePeriod OrderReference"
    " AdditionalDocumentReference AccountingSupplierParty AccountingCustomerParty PaymentMeans"
    " PaymentTerms TaxTotal LegalMonetaryTotal InvoiceLine",
    "InvoicePeriod": "StartDate EndDate",
    "AdditionalDocumentReference": "ID DocumentDescription Attachment",
    "Attachment": "EmbeddedDocumentBinaryObject",
    "AccountingSupplierParty": "Party",
    "AccountingCustomerParty": "Party",
    "Party": "EndpointID PartyIdentification PartyName PostalAddress PartyTaxScheme"
    " PartyLegalEntity Contact",
    "PartyName": "Name",
    "PostalAddress": "StreetName AdditionalStreetName CityName PostalZone Country",
    "Country": "IdentificationCode",
    "PartyTaxScheme": "CompanyID TaxScheme",
    "TaxScheme": "ID",
    "PartyLegalEntity": "RegistrationName CompanyID",
    "Contact": "Name Telephone ElectronicMail",
    "PaymentMeans": "PaymentMeansCode PaymentID PayeeFinancialAccount",
    "PayeeFinancialAccount": "ID Name FinancialInstitutionBranch",
    "FinancialInstitutionBranch": "ID",
    "PaymentTerms": "Note",
    "TaxTotal": "TaxAmount TaxSubtotal",
    "TaxSubtotal": "TaxableAmount TaxAmount TaxCategory",
    "TaxCategory": "ID Percent TaxExemptionReasonCode TaxExemptionReason TaxScheme",
    "LegalMonetaryTotal": "LineExtensionAmount TaxExclusiveAmount TaxInclusiveAmount PayableAmount",
    "InvoiceLine": "ID InvoicedQuantity LineExtensionAmount Item Price",
    "Item": "Name ClassifiedTaxCategory",
    "ClassifiedTaxCategory": "ID Percent TaxScheme",
    "Price": "PriceAmount",
}
"""The order of parts in the UBL 2.1 schema, as far as an invoice of ours uses it."""


def broken_rules(document: bytes) -> list[str]:
    """Return the ids of the rules that ``document`` breaks."""
    root = etree.fromstring(document)
    checks = (_order, _header, _parties, _lines, _vat, _totals, _sweden)
    return [rule for check in checks for rule in check(root)]


def _all(node: etree._Element, path: str) -> list[etree._Element]:
    return node.findall(path, NAMES)


def _text(node: etree._Element, path: str) -> str:
    return node.findtext(path, default="", namespaces=NAMES)


def _amount(node: etree._Element, path: str) -> Decimal:
    return Decimal(_text(node, path) or "NaN")


def _order(root: etree._Element) -> Iterator[str]:
    for node in root.iter("*"):
        name = etree.QName(node).localname
        parts = [etree.QName(child).localname for child in node]
        if not parts:
            if not (node.text or "").strip():
                yield f"PEPPOL-EN16931-R008 {name}"
            continue
        sequence = SEQUENCES.get(name, "").split()
        places = [sequence.index(part) if part in sequence else -1 for part in parts]
        if -1 in places or places != sorted(places):
            yield f"XSD {name}: {parts}"


def _header(root: etree._Element) -> Iterator[str]:
    for rule, path in (
        ("BR-01", "cbc:CustomizationID"),
        ("PEPPOL-EN16931-R001", "cbc:ProfileID"),
        ("BR-02", "cbc:ID"),
        ("BR-03", "cbc:IssueDate"),
        ("BR-04", "cbc:InvoiceTypeCode"),
        ("BR-05", "cbc:DocumentCurrencyCode"),
        ("PEPPOL-EN16931-R003", "cbc:BuyerReference"),
        ("BR-CO-25", "cbc:DueDate"),
    ):
        if len(_all(root, path)) != 1:
            yield rule
    if _text(root, "cbc:CustomizationID") != (
        "urn:cen.eu:en16931:2017#compliant#urn:fdc:peppol.eu:2017:poacc:billing:3.0"
    ):
        yield "PEPPOL-EN16931-R004"
    if _text(root, "cbc:ProfileID") != "urn:fdc:peppol.eu:2017:poacc:billing:01:1.0":
        yield "PEPPOL-EN16931-R007"
    if len(_all(root, "cbc:Note")) > 1:
        yield "PEPPOL-EN16931-R002"
    if _text(root, "cac:InvoicePeriod/cbc:StartDate") > _text(
        root, "cac:InvoicePeriod/cbc:EndDate"
    ):
        yield "BR-29"
    currencies = {node.get("currencyID") for node in root.iter() if node.get("currencyID")}
    if currencies != {"SEK"}:
        yield "PEPPOL-EN16931-R051"


def _parties(root: etree._Element) -> Iterator[str]:
    for name, endpoint, legal, country in (
        ("Supplier", "PEPPOL-EN16931-R020", "BR-06", "BR-09"),
        ("Customer", "PEPPOL-EN16931-R010", "BR-07", "BR-11"),
    ):
        party = f"cac:Accounting{name}Party/cac:Party/"
        node = root.find(f"{party}cbc:EndpointID", NAMES)
        if node is None or node.get("schemeID") not in {"0007", "0088"}:
            yield endpoint
        if not _text(root, f"{party}cac:PartyLegalEntity/cbc:RegistrationName"):
            yield legal
        if _text(root, f"{party}cac:PostalAddress/cac:Country/cbc:IdentificationCode") != "SE":
            yield country


def _lines(root: etree._Element) -> Iterator[str]:
    rows = _all(root, "cac:InvoiceLine")
    if not rows:
        yield "BR-16"
    numbers = [_text(row, "cbc:ID") for row in rows]
    if "" in numbers or len(set(numbers)) != len(numbers):
        yield "BR-21"
    for row in rows:
        quantity = row.find("cbc:InvoicedQuantity", NAMES)
        if quantity is None or quantity.get("unitCode") not in {"HUR", "H87"}:
            yield "BR-23"
            continue
        price = _amount(row, "cac:Price/cbc:PriceAmount")
        if price < 0:
            yield "BR-27"
        if not _text(row, "cac:Item/cbc:Name"):
            yield "BR-25"
        amount = _amount(row, "cbc:LineExtensionAmount")
        exact = (Decimal(quantity.text or "NaN") * price).quantize(CENT, ROUND_HALF_UP)
        if abs(exact - amount) > Decimal("0.02"):
            yield "PEPPOL-EN16931-R120"
        if amount.as_tuple().exponent != -2:
            yield "BR-DEC-23"


def _vat(root: etree._Element) -> Iterator[str]:
    totals = _all(root, "cac:TaxTotal")
    if len(totals) != 1:
        yield "PEPPOL-EN16931-R053"
        return
    parts = _all(totals[0], "cac:TaxSubtotal")
    if not parts:
        yield "BR-CO-18"
    if sum(_amount(part, "cbc:TaxAmount") for part in parts) != _amount(totals[0], "cbc:TaxAmount"):
        yield "BR-CO-14"
    for part in parts:
        yield from _subtotal(root, part)
    told = {_kind(part, "cac:TaxCategory") for part in parts}
    used = {
        _kind(row, "cac:Item/cac:ClassifiedTaxCategory") for row in _all(root, "cac:InvoiceLine")
    }
    if told != used or len(told) != len(parts):
        yield "BR-S-01 BR-E-01 BR-O-01"


def _kind(node: etree._Element, path: str) -> tuple[str, str]:
    return _text(node, f"{path}/cbc:ID"), _text(node, f"{path}/cbc:Percent")


def _subtotal(root: etree._Element, part: etree._Element) -> Iterator[str]:
    category, percent = _kind(part, "cac:TaxCategory")
    base, tax = _amount(part, "cbc:TaxableAmount"), _amount(part, "cbc:TaxAmount")
    rows = [
        row
        for row in _all(root, "cac:InvoiceLine")
        if _kind(row, "cac:Item/cac:ClassifiedTaxCategory") == (category, percent)
    ]
    if sum(_amount(row, "cbc:LineExtensionAmount") for row in rows) != base:
        yield f"BR-{category}-08"
    rate = Decimal(percent or 0)
    if tax != (base * rate / 100).quantize(CENT, ROUND_HALF_UP):
        yield "BR-CO-17"
    reason = _text(part, "cac:TaxCategory/cbc:TaxExemptionReason")
    code = _text(part, "cac:TaxCategory/cbc:TaxExemptionReasonCode")
    if category == "E" and (rate or not (reason or code)):
        yield "BR-E-05 BR-E-10"
    if category == "O" and (percent or not (reason or code)):
        yield "BR-O-05 BR-O-10"
    if category == "S" and (rate <= 0 or reason or code):
        yield "BR-S-05 BR-S-10"
    if category not in {"E", "O", "S"}:
        yield "BR-CL-18"


def _totals(root: etree._Element) -> Iterator[str]:
    total = "cac:LegalMonetaryTotal/cbc:"
    rows = _all(root, "cac:InvoiceLine")
    net = _amount(root, f"{total}LineExtensionAmount")
    if sum(_amount(row, "cbc:LineExtensionAmount") for row in rows) != net:
        yield "BR-CO-10"
    if _amount(root, f"{total}TaxExclusiveAmount") != net:
        yield "BR-CO-13"
    gross = _amount(root, f"{total}TaxInclusiveAmount")
    if net + _amount(root, "cac:TaxTotal/cbc:TaxAmount") != gross:
        yield "BR-CO-15"
    if _amount(root, f"{total}PayableAmount") != gross:
        yield "BR-CO-16"


def _sweden(root: etree._Element) -> Iterator[str]:
    seller = "cac:AccountingSupplierParty/cac:Party/"
    schemes = {
        _text(node, "cac:TaxScheme/cbc:ID"): _text(node, "cbc:CompanyID")
        for node in _all(root, f"{seller}cac:PartyTaxScheme")
    }
    vat = schemes.get("VAT")
    if vat is not None and (len(vat) != 14 or not vat[2:].isdecimal()):
        yield "SE-R-001 SE-R-002"
    number = _text(root, f"{seller}cac:PartyLegalEntity/cbc:CompanyID")
    if not (number.isdecimal() and len(number) == 10):
        yield "SE-R-003 SE-R-004"
    if "TAX" in schemes and schemes["TAX"] != "Godkänd för F-skatt":
        yield "SE-R-005"
    for row in root.iter(f"{{{NAMES['cbc']}}}Percent"):
        if Decimal(row.text or 0) not in {0, 6, 12, 25}:
            yield "SE-R-006"
    means = _all(root, "cac:PaymentMeans")
    for node in means:
        branch = "cac:PayeeFinancialAccount/cac:FinancialInstitutionBranch/cbc:ID"
        account = _text(node, "cac:PayeeFinancialAccount/cbc:ID")
        bankgiro = _text(node, branch) == "SE:BANKGIRO"
        if bankgiro and not (account.isdecimal() and len(account) in {7, 8}):
            yield "SE-R-009 SE-R-010"
        if _text(node, "cbc:PaymentMeansCode") != "30":
            yield "SE-R-011 SE-R-012"
    if not schemes:
        yield "BR-E-02 BR-CO-26"
