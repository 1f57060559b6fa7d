"""Approval and the lock of the month."""

from collections.abc import Iterator

from planner.model.findings import Fault
from planner.pay.checks.codes import PayCode, PayHint
from planner.pay.checks.report import error, warning
from planner.pay.checks.subject import MonthSubject
from planner.pay.model.visits import PerformedVisit
from planner.pay.steps.days import instant


def settled_given(subject: MonthSubject) -> Iterator[Fault]:
    """Warn that nobody asks for approval, where approval counts."""
    month = subject.month
    asked = month.settled is not None or subject.lock is None
    if not asked and any(row.approved is None for _, row in subject.approvable()):
        yield warning(PayCode.SETTLED_MISSING, ("settled",), None, PayHint.GIVE_SETTLED)


def locked(subject: MonthSubject) -> Iterator[Fault]:
    """Yield rows registered after the lock, and warn of those approved after it (U58, N19)."""
    lock = subject.lock
    if lock is None:
        return
    for place, row in subject.approvable():
        registered = row.registered if isinstance(row, PerformedVisit) else None
        if registered is not None and instant(registered) >= lock:
            code, hint = PayCode.REGISTERED_AFTER_LOCK, PayHint.NEXT_MONTH
            yield error(code, (*place, "registered"), registered, hint)
        elif row.approved is not None and instant(row.approved) >= lock:
            code, hint = PayCode.APPROVED_AFTER_LOCK, PayHint.APPROVE_IN_TIME
            yield warning(code, (*place, "approved"), row.approved, hint)


def approved_early(subject: MonthSubject) -> Iterator[Fault]:
    """Warn of visits approved before they had ended."""
    for number, row in enumerate(subject.month.performed):
        if row.approved is not None and row.approved < row.end:
            code, hint = PayCode.APPROVED_BEFORE_END, PayHint.CHECK_TIMES
            yield warning(code, ("performed", number, "approved"), row.approved, hint)
