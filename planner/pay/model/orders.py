"""What has been granted, as versions of orders (beställning)."""

from typing import Annotated

from pydantic import Field

from planner.model.base import Value
from planner.model.moments import Day, Moment
from planner.model.units import ClientId, OrderId, Seconds, ServiceId
from planner.pay.model.kinds import EndCause, Insats, Per, Via

GrantedTime = Annotated[Seconds, Field(ge=0, le=31 * 24 * 3600)]
"""A granted time in whole seconds, at most a month around the clock."""


class Grant(Value):
    """Granted time (beviljad tid, in Lund schablontid): ``time`` seconds per visit, day, ...

    A week is Monday to Sunday. For the parts of weeks and months see ``planner.pay.steps.grants``.
    """

    time: GrantedTime
    per: Per


class GrantedService(Value):
    """One insats of an order.

    ``id`` is what visits refer to; it stays the same in every version of the order. Without a
    ``grant`` of its own it shares that of the order. ``with_others`` says that the order allows
    it in a visit with other services (a check visit, N26).
    """

    id: ServiceId
    kind: Insats
    grant: Grant | None = None
    with_others: bool = False


class Ending(Value):
    """That a mission ends: when the provider was told, and the last day with a need.

    Without ``need_ends`` the need ended on the day of ``told`` (B18, B19, N17).
    """

    told: Moment
    need_ends: Day | None = None
    cause: EndCause = EndCause.NEED_ENDED


class MonthOrder(Value):
    """One version of an order for one client, valid from ``start`` to ``end`` (both included).

    A later ``version`` of the same ``id`` takes over on its ``execution`` day (B14). Without
    ``execution`` (verkställighetsdatum) the first performed visit with one of its services
    counts (B11). ``double_in_text``: the order text has double staffing (U69). ``keeps_alarm``:
    the alarm stays when the rest ends (B20). ``reference`` is the invoice reference when it is
    not the client's.
    """

    id: OrderId
    version: int = Field(default=1, ge=1)
    client: ClientId
    via: Via = Via.REGULAR
    received: Moment | None = None
    confirmed: Moment | None = None
    start: Day
    end: Day | None = None
    execution: Day | None = None
    ending: Ending | None = None
    grant: Grant | None = None
    double_in_text: bool = False
    keeps_alarm: bool = False
    reference: str | None = None
    services: tuple[GrantedService, ...] = ()
