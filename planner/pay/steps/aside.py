"""What no model pays apart: work beside the visits, and corrections of earlier client bills."""

from planner.pay.account import Account
from planner.pay.lines import Line, Source, Status
from planner.pay.model.events import Correction, OtherWork
from planner.pay.reasons import Reason


def reference_of(account: Account, row: Correction | OtherWork) -> str | None:
    """Return the invoice reference of ``row``'s client, if it has one."""
    return account.client[row.client].reference if row.client else None


def work_line(account: Account, work: OtherWork, rules: tuple[str, ...]) -> Line:
    """Return the line of work beside the visits: staff time, no pay of its own."""
    return Line(
        source=Source.OTHER_WORK,
        record=work.id,
        client=work.client,
        day=work.day,
        status=Status.DENIED,
        reason=Reason.NOT_PAID_APART,
        rules=rules,
        reference=reference_of(account, work),
        staff=work.time,
    )


def correction_line(account: Account, row: Correction, rules: tuple[str, ...]) -> Line:
    """Return the line that puts an earlier bill right: only what the client pays changes (U20)."""
    return Line(
        source=Source.CORRECTION,
        record=row.id,
        client=row.client,
        day=account.period.first,
        status=Status.SURE,
        reason=Reason.CORRECTION,
        rules=rules,
        service=row.service,
        reference=reference_of(account, row),
        billed=row.time,
        billed_count=row.boxes,
    )
