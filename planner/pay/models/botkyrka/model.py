"""The compensation model of Botkyrka: granted time minus planned absence."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from functools import partial

from planner.model.units import ClientId, Seconds, VisitId
from planner.pay.account import Account, Period
from planner.pay.lines import Line, Source, Status
from planner.pay.model.kinds import Role
from planner.pay.model.visits import AlarmCall, DeclinedVisit, PerformedVisit
from planner.pay.models.botkyrka.granted import granted_lines
from planner.pay.models.botkyrka.settings import BotkyrkaSettings, FeeBasis
from planner.pay.reasons import Reason
from planner.pay.steps.aside import correction_line, work_line
from planner.pay.steps.caps import fill
from planner.pay.steps.days import day_of, seconds_between
from planner.pay.steps.overlap import clusters, length, shared_with


@dataclass(frozen=True, slots=True)
class Botkyrka:
    """Botkyrka's rules (B01-B20) under ``settings``."""

    settings: BotkyrkaSettings

    def lines(self, account: Account) -> Iterator[Line]:
        """Yield the lines of ``account``; see ``CompensationModel``."""
        granted = tuple(granted_lines(account, self.settings))
        yield from granted
        yield from _visit_lines(account, self.settings, granted)
        yield from (_declined_line(account, row) for row in account.declined)
        yield from (_alarm_line(account, call) for call in account.alarms)
        yield from _meal_lines(account)
        for work in account.other_work:
            yield work_line(account, work, ("B02",))
        for correction in account.corrections:
            yield correction_line(account, correction, ("B05",))

    def lock(self, period: Period) -> None:
        """Return ``None``: the text has no moment of approval (X6)."""
        del period


def _visit_lines(
    account: Account, settings: BotkyrkaSettings, granted: Iterable[Line]
) -> Iterator[Line]:
    """Yield a line per performed row: staff time, no pay of its own (B02).

    By fee basis "performed" the client is billed for time in which somebody was there, within
    what was granted and not absence in the month (B05).
    """
    visits, alone = account.performed, _alone(account)
    room: dict[ClientId, int | None] = {}
    for line in granted:
        if line.client is not None and line.status is Status.SURE:
            room[line.client] = (room.get(line.client) or 0) + line.time
    fits = fill([(row.client, alone.get(row.id, 0)) for row in visits], room)
    for row, fit in zip(visits, fits, strict=True):
        billed = fit.within if settings.fee_basis is FeeBasis.PERFORMED else 0
        base = _cost(account, row, Source.PERFORMED, Reason.COST_ONLY)
        yield base(staff=length(row), billed=billed)


def _alone(account: Account) -> dict[VisitId, int]:
    """Return the seconds of each main visit that no colleague before it has registered."""
    found: dict[VisitId, int] = {}
    for visits in account.performed_of.values():
        for group in clusters([row for row in visits if row.role is Role.MAIN]):
            for number, row in enumerate(group):
                found[row.id] = length(row) - shared_with(row, group[:number])
    return found


def _declined_line(account: Account, row: DeclinedVisit) -> Line:
    """Return the line of a declined visit: the granted time's lines decide about pay (B01)."""
    return _cost(account, row, Source.DECLINED, Reason.WITHIN_GRANTED)()


def _alarm_line(account: Account, call: AlarmCall) -> Line:
    """Return the line of an alarm call-out, which another unit answers for (B08)."""
    spent = seconds_between(call.arrived, call.left) if call.arrived and call.left else Seconds(0)
    return Line(
        source=Source.ALARM,
        record=call.id,
        client=call.client,
        day=day_of(call.called),
        status=Status.DENIED,
        reason=Reason.ALARM_ELSEWHERE,
        rules=("B08",),
        reference=account.client[call.client].reference,
        staff=spent,
    )


def _meal_lines(account: Account) -> Iterator[Line]:
    """Yield the lines of boxes delivered in the month: a fixed sum each (B03)."""
    for row in account.meals:
        if row.delivered is None or not account.period.holds(row.delivered) or row.wrong:
            continue
        yield Line(
            source=Source.MEAL,
            record=row.id,
            client=row.client,
            day=row.delivered,
            status=Status.SURE,
            reason=Reason.MEAL_BOXES,
            rules=("B03",),
            reference=account.client[row.client].reference,
            count=row.boxes,
            billed_count=row.boxes,
            staff=row.duration,
            price="box",
        )


def _cost(
    account: Account, row: PerformedVisit | DeclinedVisit, source: Source, reason: Reason
) -> partial[Line]:
    """Return what makes a line without pay of its own."""
    return partial(
        Line,
        source=source,
        record=row.id,
        client=row.client,
        day=day_of(row.start),
        status=Status.SURE,
        reason=reason,
        rules=("B01", "B02"),
        service=row.services[0] if row.services else None,
        reference=account.client[row.client].reference,
    )
