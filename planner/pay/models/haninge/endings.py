"""A client who ends: five days, booked as omställningstid, none after misconduct (N17)."""

from collections.abc import Iterator
from dataclasses import replace
from datetime import date, timedelta

from planner.pay.lines import NO_TIME, Line, Source, Status
from planner.pay.model.events import ProviderChange
from planner.pay.model.kinds import ChangeKind, EndCause
from planner.pay.models.haninge.day_value import value_of
from planner.pay.models.haninge.prices import CARE
from planner.pay.models.haninge.references import HaningeDesk
from planner.pay.reasons import Reason
from planner.pay.steps.desk import mission_end
from planner.pay.steps.spells import Spell

_RULES = ("N15", "N17")


def ending_lines(desk: HaningeDesk) -> Iterator[Line]:
    """Yield the line of each mission that ends in the month, dated its last day.

    A client who left for another provider has ended too, where no order says how it ends.
    """
    for spell in desk.spells:
        ends = spell.order.ending is not None and spell.last == mission_end(spell.order)
        if ends and desk.account.period.holds(spell.last):
            yield _ended(_line(desk, spell, spell.last), desk, spell)
    left = {row.client: row.day for row in desk.account.provider_changes if _leaves(desk, row)}
    for spell in desk.spells:
        day = left.get(spell.order.client)
        if day is not None and spell.order.ending is None and _holds(spell, day):
            yield _line(desk, spell, day)


def _leaves(desk: HaningeDesk, row: ProviderChange) -> bool:
    """Say whether ``row``'s client left this provider in the month."""
    return row.kind is ChangeKind.LEFT and desk.account.period.holds(row.day)


def _holds(spell: Spell, day: date) -> bool:
    """Say whether ``spell`` was in force when its client left on ``day``."""
    return spell.first <= day and spell.last >= day - timedelta(days=1)


def _line(desk: HaningeDesk, spell: Spell, day: date) -> Line:
    """Return the line of the days that are paid after a mission's end."""
    order = spell.order
    return Line(
        source=Source.ORDER,
        record=order.id,
        client=order.client,
        day=day,
        status=Status.SURE,
        reason=Reason.NOTICE_PERIOD,
        rules=_RULES,
        reference=desk.reference(order.client, order),
        time=value_of(desk, order, desk.settings.end_days),
        price=CARE.name,
    )


def _ended(base: Line, desk: HaningeDesk, spell: Spell) -> Line:
    """Return ``base`` as the cause of the mission's end leaves it."""
    order = spell.order
    cause = order.ending.cause if order.ending else EndCause.OTHER
    if cause is EndCause.MISCONDUCT:
        return replace(base, status=Status.DENIED, reason=Reason.MISCONDUCT, time=NO_TIME)
    if cause is EndCause.NEED_ENDED and not desk.settings.need_ended_pays:
        return replace(base, status=Status.DENIED)
    return replace(base, status=Status.AT_RISK) if cause is EndCause.OTHER else base
