"""Granted time, day by day: what Botkyrka pays for (B01, B02, B12, B18, B19)."""

from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date
from functools import partial

from planner.model.units import ClientId, Seconds
from planner.pay.account import Account
from planner.pay.lines import Line, Source, Status
from planner.pay.model.kinds import Per, Role
from planner.pay.model.orders import Grant, GrantedService
from planner.pay.models.botkyrka.absences import away_on
from planner.pay.models.botkyrka.settings import BotkyrkaSettings, FeeBasis
from planner.pay.models.botkyrka.terms import in_notice, spells_of
from planner.pay.reasons import Reason
from planner.pay.steps.days import day_of, days_between
from planner.pay.steps.grants import daily
from planner.pay.steps.spells import Spell

GRANTED = ("B01", "B02", "B12")
"""The rules by which granted time is paid."""


@dataclass(frozen=True, slots=True)
class _Share:
    """A grant of an order, and the service it is for; ``None``: the whole order."""

    grant: Grant
    service: GrantedService | None


def granted_lines(account: Account, settings: BotkyrkaSettings) -> Iterator[Line]:
    """Yield the lines of granted time, one per grant and day, absence taken into account."""
    for spell in spells_of(account, settings):
        first = max(spell.first, account.period.first)
        last = min(spell.last, account.period.last)
        days = days_between(first, last)
        shares = tuple(_shares(spell))
        times = [daily(row.grant, days, _visits(account, spell, row)) for row in shares]
        for day in days:
            today = [(row, by_day[day]) for row, by_day in zip(shares, times, strict=True)]
            yield from _day(account, settings, spell, day, today)


def _shares(spell: Spell) -> Iterator[_Share]:
    """Yield the grants of an order: the total in the order decides, if there is one (B02)."""
    order = spell.order
    if order.grant is not None:
        only = order.services[0] if len(order.services) == 1 else None
        yield _Share(order.grant, only)
        return
    for service in order.services:
        if service.grant is not None:
            yield _Share(service.grant, service)


def _visits(account: Account, spell: Spell, row: _Share) -> dict[date, int]:
    """Return how many planned (or else performed) visits a grant per visit counts on each day."""
    if row.grant.per is not Per.VISIT:
        return {}
    wanted = {service.id for service in spell.order.services}
    if row.service is not None:
        wanted = {row.service.id}
    rows = account.planned or account.performed
    return dict(
        Counter(
            day_of(visit.start)
            for visit in rows
            if visit.client == spell.order.client
            and visit.role is Role.MAIN
            and wanted & set(visit.services)
        )
    )


def _day(
    account: Account,
    settings: BotkyrkaSettings,
    spell: Spell,
    day: date,
    shares: list[tuple[_Share, Seconds]],
) -> Iterator[Line]:
    """Yield the lines of one day of an order."""
    away = away_on(account, settings, spell.order.client, day)
    left = away.deducted
    for row, time in shares:
        taken = time if away.whole else Seconds(min(left, time))
        left = Seconds(left - (0 if away.whole else taken))
        base = partial(_base(account, spell, row), day=day)
        if taken:
            reason = Reason.ABSENCE_PLANNED
            yield base(status=Status.DENIED, reason=reason, rules=("B01",), time=taken)
        if time > taken or not time:
            rest = partial(base, status=Status.SURE, time=Seconds(time - taken))
            if in_notice(spell.order, day) and _is_idle(account, spell.order.client, day):
                yield rest(reason=Reason.NOTICE_PERIOD, rules=("B18", "B19"))
            elif away.unplanned:
                yield rest(reason=Reason.ABSENCE_UNPLANNED, rules=GRANTED)
            else:
                billed = time - taken if settings.fee_basis is FeeBasis.GRANTED else 0
                yield rest(reason=Reason.GRANTED, rules=GRANTED, billed=billed)


def _is_idle(account: Account, client: ClientId, day: date) -> bool:
    """Say whether no visit to ``client`` is planned or performed on ``day``."""
    return not any(
        row.client == client and day_of(row.start) == day
        for rows in (account.planned, account.performed)
        for row in rows
    )


def _base(account: Account, spell: Spell, row: _Share) -> partial[Line]:
    """Return what makes lines of granted time of one grant."""
    order = spell.order
    return partial(
        Line,
        source=Source.ORDER,
        record=order.id,
        client=order.client,
        insats=row.service.kind if row.service else None,
        service=row.service.id if row.service else None,
        reference=order.reference or account.client[order.client].reference,
        price="hour.home_care",
    )
