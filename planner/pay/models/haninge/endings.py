"""A client who ends: five days, booked as omställningstid, none after misconduct (N17)."""

from collections.abc import Iterator
from dataclasses import replace

from planner.pay.lines import NO_TIME, Line, Source, Status
from planner.pay.model.kinds import EndCause
from planner.pay.models.haninge.day_value import value_of
from planner.pay.models.haninge.prices import CARE
from planner.pay.models.haninge.references import HaningeDesk
from planner.pay.reasons import Reason
from planner.pay.steps.desk import mission_end
from planner.pay.steps.spells import Spell

_RULES = ("N15", "N17")


def ending_lines(desk: HaningeDesk) -> Iterator[Line]:
    """Yield the line of each mission that ends in the month, dated its last day."""
    for spell in desk.spells:
        ends = spell.order.ending is not None and spell.last == mission_end(spell.order)
        if ends and desk.account.period.holds(spell.last):
            yield _line(desk, spell)


def _line(desk: HaningeDesk, spell: Spell) -> Line:
    """Return the line of one mission's end."""
    order = spell.order
    base = Line(
        source=Source.ORDER,
        record=order.id,
        client=order.client,
        day=spell.last,
        status=Status.SURE,
        reason=Reason.NOTICE_PERIOD,
        rules=_RULES,
        reference=desk.reference(order.client, order),
        time=value_of(desk, order, desk.settings.end_days),
        price=CARE.name,
    )
    cause = order.ending.cause if order.ending else EndCause.OTHER
    if cause is EndCause.MISCONDUCT:
        return replace(base, status=Status.DENIED, reason=Reason.MISCONDUCT, time=NO_TIME)
    if cause is EndCause.NEED_ENDED and not desk.settings.need_ended_pays:
        return replace(base, status=Status.DENIED)
    return replace(base, status=Status.AT_RISK) if cause is EndCause.OTHER else base
