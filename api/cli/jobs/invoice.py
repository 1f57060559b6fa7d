"""``hemrunda invoice``: the invoices of a month, and the basis that stays in the house."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, replace
from datetime import UTC, date, datetime
from pathlib import Path

from api.cli.documents import read_file
from api.cli.exits import ExitCode
from api.cli.month_source import MonthAsk, given_month
from api.cli.outputs import refuse_bad_folder, write_file
from api.cli.pay_documents import naming, read_tariff_file
from api.cli.refusals import Refused
from api.cli.session import Session
from api.words import Language, Words, load
from planner.pay.compensation import Price
from planner.pay.invoice.codes import InvoiceRefused
from planner.pay.invoice.figures import money
from planner.pay.invoice.forms import MUNICIPALITIES, deviations_of, portions_of
from planner.pay.invoice.hours import Hours, hours_of
from planner.pay.invoice.invoice import Invoice
from planner.pay.invoice.make import Ask, make_invoices
from planner.pay.invoice.pdf import write_pdf
from planner.pay.invoice.read_settings import read_settings
from planner.pay.invoice.settings import InvoiceSettings
from planner.pay.invoice.sheets import (
    Sheet,
    csv_of,
    deviations_sheet,
    hours_sheet,
    invoice_sheet,
    portions_sheet,
    waiting_sheet,
)
from planner.pay.invoice.timing import timing_faults
from planner.pay.invoice.ubl import Attachment, Texts, write_ubl
from planner.pay.invoice.workbook import workbook_of
from planner.pay.lines import Status
from planner.pay.model.month import Month
from planner.pay.registry import municipalities
from planner.pay.settlement import Settlement
from planner.pay.tariff import Tariff


@dataclass(frozen=True, slots=True)
class Given:
    """The files and options of the command."""

    month: MonthAsk
    tariff: Path
    settings: Path
    number: str
    issued: date
    out: Path


@dataclass(frozen=True, slots=True)
class Basis:
    """Everything the files are written from."""

    month: Month
    settlement: Settlement
    settings: InvoiceSettings
    invoices: tuple[Invoice, ...]

    def hours(self, *, by_client: bool) -> tuple[Hours, ...]:
        """Return the basis of hours."""
        default = self.settings.references.default or ""
        return hours_of(self.settlement, self.month, default, by_client=by_client)


def make_invoice_files(session: Session, given: Given) -> ExitCode:
    """Write the invoices of the month, locked or settled now, to ``given.out``."""
    settings = read_file(given.settings, read_settings)
    tariff = read_tariff_file(given.tariff)
    source = given_month(given.month, locked=True)
    refuse_bad_folder(given.out)
    early = timing_faults(source.month)
    if early:
        raise Refused(naming(source.name, (*source.faults, *early)))
    settlement, month = source.settled(session, tariff), source.month
    basis = Basis(month, settlement, settings, _invoices(given, settlement, settings, tariff))
    made = files_of(basis, datetime.now(UTC))
    written = [write_file(given.out / name, content) for name, content in made]
    _tell(session, basis, given.out, written)
    return ExitCode.DONE


def _invoices(
    given: Given, settlement: Settlement, settings: InvoiceSettings, tariff: Tariff
) -> tuple[Invoice, ...]:
    """Return the invoices; what stops them is told with the name of the file of settings."""
    prices = municipalities()[settlement.municipality].prices
    vat = {**tariff.vat, **settings.vat.rates}
    ask = Ask(given.number, given.issued, vat, _names(prices, settings.names))
    try:
        return make_invoices(settlement, prices, settings, ask)
    except InvoiceRefused as problem:
        name = given.settings.name
        raise InvoiceRefused(
            replace(fault, path=f"{name} {fault.path}") for fault in problem.faults
        ) from None


def _names(prices: tuple[Price, ...], given: Mapping[str, str]) -> dict[str, str]:
    """Return what each price is called: as the settings say, or in our words."""
    words = _swedish()
    names = {}
    for price in prices:
        own = f"invoice.item.{price.name.replace('.', '_')}"
        kind = "invoice.item.hour" if price.hourly else own
        found = next((code for code in (own, kind) if words.knows(code)), None)
        names[price.name] = given.get(price.name) or (words.say(found) if found else price.name)
    return names


def _swedish() -> Words:
    """Return the words of what goes to a Swedish municipality."""
    return load(Language.SWEDISH)


def files_of(basis: Basis, made: datetime) -> Iterator[tuple[str, bytes]]:
    """Yield name and content of every file; what begins with SEKRETESS stays in the house."""
    say = _swedish().say
    sheet = invoice_sheet(basis.invoices, say)
    hours = basis.hours(by_client=False)
    for invoice in basis.invoices:
        yield from _outgoing(basis, invoice, hours)
    name = say("invoice.file.invoice")
    yield f"{name}.csv", csv_of(sheet)
    yield f"{name}.xlsx", workbook_of([sheet, hours_sheet(hours, say)], made)
    waiting = [row for row in basis.settlement.lines if row.status in _WAITING]
    inside = [hours_sheet(basis.hours(by_client=True), say), waiting_sheet(waiting, say)]
    forms = list(_forms(basis))
    yield (
        f"{say('invoice.file.secret')}.xlsx",
        workbook_of([*inside, *(row for _, row in forms)], made),
    )
    for name, form in forms:
        yield f"{name}.csv", csv_of(form)


_WAITING = frozenset({Status.PENDING, Status.AT_RISK})


def _outgoing(
    basis: Basis, invoice: Invoice, hours: tuple[Hours, ...]
) -> Iterator[tuple[str, bytes]]:
    """Yield the files of one invoice: XML with the basis of hours in it, and PDF."""
    say, settings = _swedish().say, basis.settings
    name = f"{say('invoice.file.invoice')}-{invoice.number.replace('/', '-')}"
    note = say("invoice.note", month=invoice.month, basis=settings.basis)
    texts = Texts(
        note=f"{say('invoice.example')} {note}" if basis.month.demo else note,
        terms=say("invoice.terms", days=settings.payment.days),
    )
    own = [row for row in hours if row.reference == invoice.reference]
    attachment = Attachment(
        f"{say('invoice.file.hours')}-{invoice.reference}.csv",
        say("invoice.attachment"),
        csv_of(hours_sheet(own, say)),
    )
    yield f"{name}.xml", write_ubl(invoice, settings, texts, attachment)
    yield f"{name}.pdf", write_pdf(invoice, settings, say, texts)


def _forms(basis: Basis) -> Iterator[tuple[str, Sheet]]:
    """Yield the monthly forms that the municipality asks for."""
    if basis.month.municipality in MUNICIPALITIES:
        say = _swedish().say
        yield say("invoice.file.portions"), portions_sheet(portions_of(basis.month), say)
        yield say("invoice.file.deviations"), deviations_sheet(deviations_of(basis.month), say)


def _tell(session: Session, basis: Basis, out: Path, written: list[Path]) -> None:
    """Print the sums and where the files lie; no client is named."""
    words = session.words
    session.show(words.say("invoice.told.title", month=basis.month.month))
    for invoice in basis.invoices:
        session.show(
            words.say(
                "invoice.told.number",
                number=invoice.number,
                reference=invoice.reference,
                net=money(invoice.net),
                vat=money(invoice.vat),
                gross=money(invoice.gross),
            )
        )
    gross = sum(invoice.gross for invoice in basis.invoices)
    session.show(words.say("invoice.told.total", gross=money(gross)))
    waiting = sum(1 for row in basis.settlement.lines if row.status in _WAITING)
    if waiting:
        session.show(words.say("invoice.told.waiting", rows=waiting))
    session.show(words.say("invoice.told.written", path=str(out)))
    for path in written:
        session.show(f"  {path.name}")
    session.show(words.say("invoice.told.secret"))
