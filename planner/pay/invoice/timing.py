"""When a month may be invoiced: what is settled, and not before it is locked (N29, U29)."""

from datetime import UTC, datetime

from planner.calendar.clock import moment
from planner.model.findings import Fault
from planner.pay.accounts import period_of
from planner.pay.invoice.codes import InvoiceCode, fault
from planner.pay.model.month import Month
from planner.pay.named import model_of
from planner.pay.registry import municipalities


def lock_of(month: Month) -> datetime | None:
    """Return the moment at which ``month`` is locked, on the Swedish clock; ``None``: never."""
    model, _ = model_of(municipalities()[month.municipality], month.settings)
    lock = model.lock(period_of(month))
    return None if lock is None else moment(lock)


def timing_faults(month: Month) -> tuple[Fault, ...]:
    """Return why it is too early to invoice ``month``.

    Without ``settled`` nobody has said that its rows are approved. Before the lock rows may still
    be approved or corrected, so that the basis is not final.
    """
    if month.settled is None:
        return (fault(InvoiceCode.INVOICE_NOT_SETTLED, "settled"),)
    lock = lock_of(month)
    if lock is not None and month.settled.astimezone(UTC) < lock.astimezone(UTC):
        settled = month.settled.isoformat()
        return (fault(InvoiceCode.INVOICE_BEFORE_LOCK, "settled", value=settled, lock=lock),)
    return ()
