"""When an order of Botkyrka begins and ends (B11, B12, B14, B18-B20)."""

from datetime import date, timedelta

from planner.pay.account import Account
from planner.pay.model.orders import MonthOrder
from planner.pay.models.botkyrka.settings import BotkyrkaSettings
from planner.pay.steps.days import day_of
from planner.pay.steps.spells import Spell, spells


def spells_of(account: Account, settings: BotkyrkaSettings) -> tuple[Spell, ...]:
    """Return when each version of the account's orders is in force."""
    return spells(
        account.orders,
        lambda order: begin_of(account, order),
        lambda order: end_of(order, settings),
    )


def begin_of(account: Account, order: MonthOrder) -> date:
    """Return the execution date: the day of the first performed visit, never earlier (B11).

    For an execution before the month its word is taken. Without an execution date the first
    performed visit counts, for an order from before the month or without any visit its start.
    """
    written = order.execution or order.start
    if written < account.period.first:
        return written
    services = {service.id for service in order.services}
    days = [
        day_of(visit.start)
        for visit in account.performed_of.get(order.client, ())
        if not services or services & set(visit.services)
    ]
    later = [day for day in days if day >= order.start]
    return max(written, min(later)) if later else written


def end_of(order: MonthOrder, settings: BotkyrkaSettings) -> date | None:
    """Return the last day of ``order`` (B18, B19).

    The need's last day when it lies at least ``notice_days`` ahead, or else so many days after
    the information; day 1 is the day after it.
    """
    ending = order.ending
    if ending is None:
        return order.end
    told = day_of(ending.told)
    need_ends = ending.need_ends or told
    if order.keeps_alarm and not settings.alarm_keeps_notice:
        return need_ends
    return max(need_ends, told + timedelta(days=settings.notice_days))


def in_notice(order: MonthOrder, day: date) -> bool:
    """Say whether ``day`` lies between the end of the need and that of ``order`` (B19)."""
    if order.ending is None:
        return False
    return day > (order.ending.need_ends or day_of(order.ending.told))
