"""The compensation model of Lund: schablon time and fulfilled goals."""

from collections.abc import Iterator
from dataclasses import dataclass, replace

from planner.pay.account import Account, Period
from planner.pay.lines import Line, Source, Status
from planner.pay.model.events import Goal
from planner.pay.models.lund.needs import need_lines
from planner.pay.models.lund.prices import GOAL
from planner.pay.models.lund.settings import LundSettings
from planner.pay.models.lund.standard import standard_lines
from planner.pay.models.lund.visits import visit_lines
from planner.pay.reasons import Reason
from planner.pay.steps.answers import answered_rows
from planner.pay.steps.aside import correction_line, work_line
from planner.pay.steps.desk import Desk
from planner.pay.steps.unpaid import absence_line, alarm_line, declined_line, meal_line

_ANSWERED = ("L07",)


@dataclass(frozen=True, slots=True)
class Lund:
    """Lund's rules (L01-L44) under ``settings``."""

    settings: LundSettings

    def lines(self, account: Account) -> Iterator[Line]:
        """Yield the lines of ``account``; see ``CompensationModel``."""
        desk = Desk(account)
        yield from answered_rows(_lines(desk, self.settings), account.answers, _ANSWERED)

    def lock(self, period: Period) -> None:
        """Return ``None``: the text has no moment of approval (X6)."""
        del period


def _lines(desk: Desk, settings: LundSettings) -> Iterator[Line]:
    """Yield the lines of every row, before answers."""
    account = desk.account
    standard = tuple(standard_lines(desk, settings))
    yield from standard
    yield from visit_lines(desk, settings, standard)
    yield from need_lines(desk, settings)
    for goal in account.goals:
        yield _goal_line(desk, goal)
    for row in account.declined:
        line = declined_line(desk, row, Reason.WITHIN_GRANTED, ("L05", "L07"))
        yield replace(line, reason=Reason.WITHIN_GRANTED)
    for absence in account.absences:
        for line in absence_line(desk, absence, ("L07",)):
            yield replace(line, reason=Reason.ABSORBED)
    for call in account.alarms:
        yield alarm_line(desk, call, ("L05",))
    for meal in account.meals:
        yield from meal_line(desk, meal, ("L05",))
    for work in account.other_work:
        yield work_line(account, work, ("L06",))
    for correction in account.corrections:
        yield correction_line(account, correction, ("L05",))


def _goal_line(desk: Desk, goal: Goal) -> Line:
    """Return the line of a judged goal: a fixed premium if it is fulfilled (L08)."""
    return Line(
        source=Source.GOAL,
        record=goal.id,
        client=goal.client,
        day=goal.judged,
        status=Status.SURE if goal.fulfilled else Status.DENIED,
        reason=Reason.GOAL_FULFILLED if goal.fulfilled else Reason.GOAL_NOT_FULFILLED,
        rules=("L08",),
        reference=desk.reference(goal.client),
        count=1,
        price=GOAL.name,
    )
