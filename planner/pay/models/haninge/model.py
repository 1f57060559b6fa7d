"""The compensation model of Haninge: performed time within granted time."""

from collections.abc import Iterator
from dataclasses import dataclass, replace

from planner.model.units import Instant
from planner.pay.account import Account, Period
from planner.pay.lines import Line
from planner.pay.models.haninge.absences import absence_lines
from planner.pay.models.haninge.endings import ending_lines
from planner.pay.models.haninge.references import HaningeDesk
from planner.pay.models.haninge.settings import HaningeSettings
from planner.pay.models.haninge.supplements import supplement_lines
from planner.pay.models.haninge.visits import visit_lines
from planner.pay.reasons import Reason
from planner.pay.steps.answers import answered_rows
from planner.pay.steps.aside import correction_line, work_line
from planner.pay.steps.locks import lock_after
from planner.pay.steps.unpaid import alarm_line, declined_line, meal_line

_ANSWERED = ("N08",)


@dataclass(frozen=True, slots=True)
class Haninge:
    """Haninge's rules (N01-N34) under ``settings``."""

    settings: HaningeSettings

    def lines(self, account: Account) -> Iterator[Line]:
        """Yield the lines of ``account``; see ``CompensationModel``."""
        desk = HaningeDesk(account, self.lock(account.period), self.settings)
        lines = tuple(answered_rows(_lines(desk), account.answers, _ANSWERED))
        yield from lines
        yield from supplement_lines(desk, lines)

    def lock(self, period: Period) -> Instant:
        """Return the end of the third working day after the month (N19)."""
        return lock_after(period, self.settings.lock_day)


def _lines(desk: HaningeDesk) -> Iterator[Line]:
    """Yield the lines of every row, before answers."""
    account = desk.account
    yield from visit_lines(desk)
    yield from absence_lines(desk)
    yield from ending_lines(desk)
    for row in account.declined:
        yield declined_line(desk, row, Reason.DECLINED_NO_PAY, ("N06", "N14"))
    for call in account.alarms:
        yield alarm_line(desk, call, ("N06",))
    for meal in account.meals:
        yield from meal_line(desk, meal, ("N06",))
    for work in account.other_work:
        line = work_line(account, work, ("N09",))
        yield replace(line, reference=desk.reference(work.client)) if work.client else line
    for correction in account.corrections:
        line = correction_line(account, correction, ("N23",))
        yield replace(line, reference=desk.reference(correction.client))
