"""An invoice on paper: what U33 asks for and nothing about any client (U32)."""

import io
from collections.abc import Iterator
from xml.sax.saxutils import escape

from reportlab.lib.colors import HexColor
from reportlab.lib.pagesizes import A4
from reportlab.lib.styles import ParagraphStyle
from reportlab.lib.units import mm
from reportlab.platypus import Flowable, Paragraph, SimpleDocTemplate, Spacer, Table, TableStyle

from planner.pay.invoice.figures import Say, decimal, money
from planner.pay.invoice.invoice import Invoice, vat_of
from planner.pay.invoice.settings import InvoiceSettings, Party
from planner.pay.invoice.ubl import F_TAX, Texts

_INK, _RULE = HexColor("#1a1a1a"), HexColor("#9a9a9a")
_TEXT = ParagraphStyle("text", fontName="Helvetica", fontSize=9.5, leading=13, textColor=_INK)
_BOLD = ParagraphStyle("bold", parent=_TEXT, fontName="Helvetica-Bold")
_TITLE = ParagraphStyle("title", parent=_BOLD, fontSize=20, leading=26)
_RIGHT = ParagraphStyle("right", parent=_TEXT, alignment=2)
_HEAD = ParagraphStyle("head", parent=_BOLD, alignment=2)
_LEFT_EDGE = ("LEFTPADDING", (0, 0), (0, -1), 0)
_WIDTHS = (63 * mm, 26 * mm, 14 * mm, 24 * mm, 17 * mm, 25 * mm)


def write_pdf(invoice: Invoice, settings: InvoiceSettings, say: Say, texts: Texts) -> bytes:
    """Return ``invoice`` as a PDF of A4 pages; the same invoice gives the same bytes."""
    data = io.BytesIO()
    page = SimpleDocTemplate(
        data,
        pagesize=A4,
        leftMargin=18 * mm,
        rightMargin=18 * mm,
        topMargin=18 * mm,
        bottomMargin=18 * mm,
        title=say("invoice.pdf.title", number=invoice.number),
        author=settings.seller.name,
        lang="sv-SE",
        invariant=1,
    )
    page.build(list(_story(invoice, settings, say, texts)))
    return data.getvalue()


def _story(
    invoice: Invoice, settings: InvoiceSettings, say: Say, texts: Texts
) -> Iterator[Flowable]:
    """Yield the parts of the page from above."""
    yield Paragraph(escape(say("invoice.pdf.title", number=invoice.number)), _TITLE)
    yield Spacer(1, 4 * mm)
    yield _beside(_sender(settings, say), _receiver(settings.buyer, say))
    yield Spacer(1, 4 * mm)
    yield _beside(_facts(invoice, say), _paying(invoice, settings, say))
    yield Spacer(1, 6 * mm)
    yield _lines(invoice, say)
    yield Spacer(1, 4 * mm)
    yield _sums(invoice, settings, say)
    yield Spacer(1, 6 * mm)
    for text in (texts.note, texts.terms):
        yield Paragraph(escape(text), _TEXT)


def _sender(settings: InvoiceSettings, say: Say) -> list[str]:
    """Return who sends it, with tax status and contact."""
    seller = settings.seller
    rows = [seller.name, seller.street, f"{seller.postcode} {seller.city}"]
    rows.append(say("invoice.pdf.org_number", number=_hyphened(seller.org_number)))
    if seller.vat_number:
        rows.append(say("invoice.pdf.vat_number", number=seller.vat_number))
    if seller.f_tax:
        rows.append(F_TAX)
    contact = seller.contact
    if contact is not None:
        rows += [part for part in (contact.name, contact.phone, contact.mail) if part]
    return rows


def _receiver(buyer: Party, say: Say) -> list[str]:
    """Return who gets it."""
    org_number = say("invoice.pdf.org_number", number=_hyphened(buyer.org_number))
    return [buyer.name, buyer.street, f"{buyer.postcode} {buyer.city}", org_number]


def _facts(invoice: Invoice, say: Say) -> list[str]:
    """Return number, reference and month."""
    return [
        say("invoice.pdf.number", number=invoice.number),
        say("invoice.pdf.reference", reference=invoice.reference),
        say("invoice.pdf.month", month=invoice.month),
        say("invoice.pdf.issued", day=invoice.issued),
    ]


def _paying(invoice: Invoice, settings: InvoiceSettings, say: Say) -> list[str]:
    """Return when and where to pay."""
    payment = settings.payment
    rows = [say("invoice.pdf.due", day=invoice.due)]
    if payment.bankgiro:
        rows.append(
            say("invoice.pdf.bankgiro", number=f"{payment.bankgiro[:-4]}-{payment.bankgiro[-4:]}")
        )
    elif payment.iban:
        rows.append(say("invoice.pdf.iban", number=payment.iban, bic=payment.bic or ""))
    return rows


def _beside(left: list[str], right: list[str]) -> Table:
    """Return two blocks of text next to each other."""
    cells = [
        [Paragraph(escape(text), _BOLD if not place else _TEXT) for place, text in enumerate(rows)]
        for rows in (left, right)
    ]
    table = Table([cells], colWidths=(85 * mm, 84 * mm), hAlign="LEFT")
    table.setStyle(TableStyle([("VALIGN", (0, 0), (-1, -1), "TOP"), _LEFT_EDGE]))
    return table


def _lines(invoice: Invoice, say: Say) -> Table:
    """Return the table of lines; its headings come again on every page."""
    names = ("item", "quantity", "unit", "price", "vat", "amount")
    rows: list[list[Flowable]] = [
        [
            Paragraph(escape(say(f"invoice.column.{name}")), _HEAD if place else _BOLD)
            for place, name in enumerate(names)
        ]
    ]
    for line in invoice.lines:
        figures = (
            decimal(line.quantity),
            say(f"invoice.unit.{line.unit.value}"),
            money(line.unit_price),
            f"{line.vat} %",
            money(line.amount),
        )
        rows.append(
            [Paragraph(escape(line.name), _TEXT), *(Paragraph(escape(x), _RIGHT) for x in figures)]
        )
    table = Table(rows, colWidths=_WIDTHS, repeatRows=1, hAlign="LEFT")
    table.setStyle(
        TableStyle(
            [
                _LEFT_EDGE,
                ("LINEBELOW", (0, 0), (-1, 0), 0.8, _INK),
                ("LINEBELOW", (0, 1), (-1, -1), 0.3, _RULE),
                ("VALIGN", (0, 0), (-1, -1), "TOP"),
            ]
        )
    )
    return table


def _sums(invoice: Invoice, settings: InvoiceSettings, say: Say) -> Table:
    """Return the sums, VAT by itself (U33)."""
    rows = [(say("invoice.sum.net"), money(invoice.net))]
    for rate, base in invoice.by_rate.items():
        code = "vat_at" if rate else "vat_free"
        text = say(f"invoice.sum.{code}", rate=rate, base=money(base), reason=settings.vat.reason)
        rows.append((text, money(vat_of(base, rate))))
    rows.append((say("invoice.sum.vat"), money(invoice.vat)))
    rows.append((say("invoice.sum.gross"), money(invoice.gross)))
    last = len(rows) - 1
    cells = [
        [
            Paragraph(escape(name), _BOLD if place == last else _TEXT),
            Paragraph(escape(value), _RIGHT),
        ]
        for place, (name, value) in enumerate(rows)
    ]
    table = Table(cells, colWidths=(121 * mm, 48 * mm), hAlign="LEFT")
    table.setStyle(TableStyle([_LEFT_EDGE, ("LINEABOVE", (0, last), (-1, last), 0.8, _INK)]))
    return table


def _hyphened(org_number: str) -> str:
    """Return an organisation number as it is written."""
    return f"{org_number[:6]}-{org_number[6:]}"
