"""What is registered and not paid: declined visits, absences, alarms (H14, H30, H31)."""

from collections.abc import Iterator

from planner.pay.lines import Line
from planner.pay.reasons import Reason
from planner.pay.steps.desk import Desk
from planner.pay.steps.unpaid import absence_line, alarm_line, declined_line


def declined_lines(desk: Desk) -> Iterator[Line]:
    """Yield the lines of visits declined at the door: registered, no amount (H14)."""
    for row in desk.account.declined:
        yield declined_line(desk, row, Reason.DECLINED_NO_PAY, ("H14", "H30"))


def absence_lines(desk: Desk) -> Iterator[Line]:
    """Yield the lines of absences: a reason to report, no amount (H30, H31)."""
    for row in desk.account.absences:
        yield from absence_line(desk, row, ("H30", "H31"))


def alarm_lines(desk: Desk) -> Iterator[Line]:
    """Yield the lines of alarm call-outs, which are no granted service here (H02)."""
    for call in desk.account.alarms:
        yield alarm_line(desk, call, ("H02",))
