"""The order of elements in UBL 2.1, part by part."""

from copy import deepcopy

import pytest
from lxml import etree

from planner.pay.invoice.ubl import Attachment, Texts, write_ubl
from tests.build.invoices import invoices, settings
from tests.planner.pay.invoice.peppol import SEQUENCES, broken_rules

TEXTS = Texts("Underlaget finns i Phoniro Care.", "30 dagar")
HOURS = Attachment("timunderlag.csv", "Timunderlag", b"Referens;Tim\r\n75219;3\r\n")

SCHEMA = {
    "Invoice": "UBLExtensions UBLVersionID CustomizationID ProfileID ProfileExecutionID ID"
    " CopyIndicator UUID IssueDate IssueTime DueDate InvoiceTypeCode Note TaxPointDate"
    " DocumentCurrencyCode TaxCurrencyCode PricingCurrencyCode PaymentCurrencyCode"
    " PaymentAlternativeCurrencyCode AccountingCostCode AccountingCost LineCountNumeric"
    " BuyerReference InvoicePeriod OrderReference BillingReference DespatchDocumentReference"
    " ReceiptDocumentReference StatementDocumentReference OriginatorDocumentReference"
    " ContractDocumentReference AdditionalDocumentReference ProjectReference Signature"
    " AccountingSupplierParty AccountingCustomerParty PayeeParty BuyerCustomerParty"
    " SellerSupplierParty TaxRepresentativeParty Delivery DeliveryTerms PaymentMeans PaymentTerms"
    " PrepaidPayment AllowanceCharge TaxExchangeRate PricingExchangeRate PaymentExchangeRate"
    " PaymentAlternativeExchangeRate TaxTotal WithholdingTaxTotal LegalMonetaryTotal InvoiceLine",
    "Party": "MarkCareIndicator MarkAttentionIndicator WebsiteURI LogoReferenceID EndpointID"
    " IndustryClassificationCode PartyIdentification PartyName Language PostalAddress"
    " PhysicalLocation PartyTaxScheme PartyLegalEntity Contact Person AgentParty"
    " ServiceProviderParty PowerOfAttorney FinancialAccount",
    "PostalAddress": "ID AddressTypeCode AddressFormatCode Postbox Floor Room StreetName"
    " AdditionalStreetName BlockName BuildingName BuildingNumber InhouseMail Department"
    " MarkAttention MarkCare PlotIdentification CitySubdivisionName CityName PostalZone"
    " CountrySubentity CountrySubentityCode Region District TimezoneOffset AddressLine Country"
    " LocationCoordinate",
    "PaymentMeans": "ID PaymentMeansCode PaymentDueDate PaymentChannelCode InstructionID"
    " InstructionNote PaymentID CardAccount PayerFinancialAccount PayeeFinancialAccount"
    " CreditAccount PaymentMandate TradeFinancing",
    "TaxTotal": "TaxAmount RoundingAmount TaxEvidenceIndicator TaxIncludedIndicator TaxSubtotal",
    "TaxSubtotal": "TaxableAmount TaxAmount CalculationSequenceNumeric"
    " TransactionCurrencyTaxAmount Percent BaseUnitMeasure PerUnitAmount TierRange"
    " TierRatePercent TaxCategory",
    "TaxCategory": "ID Name Percent BaseUnitMeasure PerUnitAmount TaxExemptionReasonCode"
    " TaxExemptionReason TierRange TierRatePercent TaxScheme",
    "LegalMonetaryTotal": "LineExtensionAmount TaxExclusiveAmount TaxInclusiveAmount"
    " AllowanceTotalAmount ChargeTotalAmount PrepaidAmount PayableRoundingAmount PayableAmount"
    " PayableAlternativeAmount",
    "InvoiceLine": "ID UUID Note InvoicedQuantity LineExtensionAmount TaxPointDate"
    " AccountingCostCode AccountingCost PaymentPurposeCode FreeOfChargeIndicator InvoicePeriod"
    " OrderLineReference DespatchLineReference ReceiptLineReference BillingReference"
    " DocumentReference PricingReference OriginatorParty Delivery PaymentTerms AllowanceCharge"
    " TaxTotal WithholdingTaxTotal Item Price DeliveryTerms SubInvoiceLine ItemPriceExtension",
}
"""The whole sequences of the schema, for the parts where the order is easily got wrong."""


def document() -> etree._Element:
    return etree.fromstring(write_ubl(invoices()[1], settings(), TEXTS, HOURS))


@pytest.mark.parametrize("name", SCHEMA)
def test_the_parts_follow_the_schema(name: str) -> None:
    order = SCHEMA[name].split()
    nodes = [node for node in document().iter("*") if etree.QName(node).localname == name]
    assert nodes
    for node in nodes:
        places = [order.index(etree.QName(child).localname) for child in node]
        assert places == sorted(places)
    assert [part for part in order if part in SEQUENCES[name].split()] == SEQUENCES[name].split()


def test_any_two_parts_that_change_places_are_seen() -> None:
    root = document()
    pairs = [
        (number, place)
        for number, node in enumerate(root.iter("*"))
        for place in range(len(node) - 1)
        if node[place].tag != node[place + 1].tag
    ]
    assert len(pairs) > 50
    for number, place in pairs:
        changed = deepcopy(root)
        node = list(changed.iter("*"))[number]
        node.insert(place, node[place + 1])
        told = broken_rules(etree.tostring(changed))
        name = etree.QName(node).localname
        assert any(row.startswith(f"XSD {name}") for row in told), (name, place)
