"""The schablon time of each insats, day by day (L05-L07)."""

from collections import Counter
from collections.abc import Iterator, Mapping
from dataclasses import replace
from datetime import date, timedelta

from planner.model.units import ClientId, Seconds, ServiceId
from planner.pay.lines import Line, Source, Status
from planner.pay.model.kinds import Role
from planner.pay.model.orders import Grant, GrantedService, MonthOrder
from planner.pay.models.lund.prices import CARE
from planner.pay.models.lund.settings import Basis, FeeBasis, LongAbsence, LundSettings
from planner.pay.reasons import Reason
from planner.pay.steps.days import day_of, days_between
from planner.pay.steps.desk import Desk
from planner.pay.steps.grants import daily
from planner.pay.steps.overlap import clusters
from planner.pay.steps.spells import Spell

Visits = Mapping[tuple[ClientId, ServiceId], Counter[date]]
"""How many visits with a service a client has each day."""


def standard_lines(desk: Desk, settings: LundSettings) -> Iterator[Line]:
    """Yield a line per schablon and day of every order in force."""
    account, performed = desk.account, visits_of(desk)
    away = {client.id: _long_away(desk, settings, client.id) for client in account.clients}
    for spell in desk.spells:
        first, last = max(spell.first, account.period.first), min(spell.last, account.period.last)
        for grant, names in grants_of(spell.order):
            counted = _counted(desk, performed, spell, names)
            times = daily(grant, days_between(first, last), counted)
            for day in (day for day, time in times.items() if time):
                done = any(day in performed.get((spell.order.client, one), ()) for one in names)
                if done or settings.basis is Basis.GRANTED:
                    line = _base(desk, spell, names, day, times[day])
                    long = not done and day in away[spell.order.client]
                    yield _away(settings, line) if long else _billed(settings, line)


def grants_of(order: MonthOrder) -> Iterator[tuple[Grant, tuple[ServiceId, ...]]]:
    """Yield each schablon of ``order`` and its services.

    It is tied to each insats (L05); a grant of the whole order counts where no insats has one.
    """
    own = [service for service in order.services if service.grant is not None]
    if not own and order.grant is not None:
        yield order.grant, tuple(service.id for service in order.services)
    for service in own:
        if service.grant is not None:
            yield service.grant, (service.id,)


def visits_of(desk: Desk) -> Visits:
    """Return the performed visits by client and service; rows of two at once are one visit."""
    found: dict[tuple[ClientId, ServiceId], Counter[date]] = {}
    for client, rows in desk.account.performed_of.items():
        mains = [row for row in rows if row.role is Role.MAIN]
        for group in clusters(mains):
            day = day_of(group[0].start)
            for service in dict.fromkeys(name for row in group for name in row.services):
                found.setdefault((client, service), Counter())[day] += 1
                for other in dict.fromkeys(name for row in group for name in row.joint):
                    found.setdefault((other, service), Counter())[day] += 1
    return found


def _counted(
    desk: Desk, performed: Visits, spell: Spell, names: tuple[ServiceId, ...]
) -> Mapping[date, int]:
    """Return how many visits a schablon per visit counts: performed, or else planned ones."""
    client = spell.order.client
    total: Counter[date] = Counter()
    for name in names:
        total.update(performed.get((client, name), Counter()))
    if total or desk.account.performed_of.get(client):
        return total
    return Counter(
        day_of(row.start)
        for row in desk.account.planned
        if row.client == client and row.role is Role.MAIN and set(names) & set(row.services)
    )


def _long_away(desk: Desk, settings: LundSettings, client: ClientId) -> frozenset[date]:
    """Return the days on which ``client`` is away longer than the schablon absorbs (L07)."""
    last = desk.account.period.last
    found: set[date] = set()
    for row in desk.account.absences:
        if row.client == client:
            first = day_of(row.start) + timedelta(days=settings.absorbed_days)
            until = last if row.end is None else min(last, day_of(row.end))
            found.update(days_between(first, until))
    return frozenset(found)


def _base(desk: Desk, spell: Spell, names: tuple[ServiceId, ...], day: date, time: Seconds) -> Line:
    """Return the line of a schablon that is paid."""
    order = spell.order
    service = _service(order, names)
    return Line(
        source=Source.ORDER,
        record=order.id,
        client=order.client,
        day=day,
        status=Status.SURE,
        reason=Reason.STANDARD_TIME,
        rules=("L05", "L06"),
        insats=service.kind if service else None,
        service=service.id if service else None,
        reference=desk.reference(order.client, order),
        time=time,
        price=CARE.name,
    )


def _service(order: MonthOrder, names: tuple[ServiceId, ...]) -> GrantedService | None:
    """Return the one service that a schablon is for; ``None``: the whole order."""
    if len(names) != 1:
        return None
    return next(service for service in order.services if service.id == names[0])


def _billed(settings: LundSettings, line: Line) -> Line:
    """Return ``line`` with what the client is billed for."""
    return replace(line, billed=line.time) if settings.fee_basis is FeeBasis.GRANTED else line


def _away(settings: LundSettings, line: Line) -> Line:
    """Return ``line`` for a day of absence that the schablon no longer absorbs."""
    reason, rules = Reason.ABSENCE_UNPAID, ("L05", "L07")
    if settings.long_absence is LongAbsence.PAID:
        return replace(line, rules=rules)
    return replace(line, status=Status(settings.long_absence), reason=reason, rules=rules)
