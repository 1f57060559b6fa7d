"""The compensation model of Huddinge: performed time, once approved."""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import time

from planner.model.units import Instant
from planner.pay.account import Account, Period
from planner.pay.lines import Line
from planner.pay.models.huddinge.meals import meal_lines
from planner.pay.models.huddinge.settings import HuddingeSettings
from planner.pay.models.huddinge.unpaid import absence_lines, alarm_lines, declined_lines
from planner.pay.models.huddinge.visits import visit_lines
from planner.pay.steps.answers import answered_rows
from planner.pay.steps.aside import correction_line, work_line
from planner.pay.steps.desk import Desk
from planner.pay.steps.locks import lock_after

_ANSWERED = ("H26",)


@dataclass(frozen=True, slots=True)
class Huddinge:
    """Huddinge's rules (H01-H31) under ``settings``."""

    settings: HuddingeSettings

    def lines(self, account: Account) -> Iterator[Line]:
        """Yield the lines of ``account``; see ``CompensationModel``."""
        desk = Desk(account, self.lock(account.period))
        yield from answered_rows(self._lines(desk), account.answers, _ANSWERED)

    def lock(self, period: Period) -> Instant:
        """Return 15:00 on the first working day after the month (H04)."""
        return lock_after(period, self.settings.lock_day, time(self.settings.lock_hour))

    def _lines(self, desk: Desk) -> Iterator[Line]:
        """Yield the lines of every row, before answers."""
        account = desk.account
        yield from visit_lines(desk, self.settings)
        yield from declined_lines(desk)
        yield from absence_lines(desk)
        yield from alarm_lines(desk)
        yield from meal_lines(desk, self.settings)
        for work in account.other_work:
            yield work_line(account, work, ("H02",))
        for correction in account.corrections:
            yield correction_line(account, correction, ("H31",))
