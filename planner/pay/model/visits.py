"""Visits of a month: planned, performed, declined; one row per caregiver who is there."""

from planner.model.base import Value
from planner.model.moments import Moment
from planner.model.units import CaregiverId, ClientId, Seconds, ServiceId, VisitId
from planner.pay.model.kinds import Away, Method, Role


class PlannedVisit(Value):
    """One caregiver's part of a planned visit.

    ``times`` are the seconds of each of ``services``, in their order; they add up to the visit.
    Left out, the first service has all of it.
    """

    id: VisitId
    client: ClientId
    services: tuple[ServiceId, ...] = ()
    times: tuple[Seconds, ...] = ()
    start: Moment
    end: Moment
    caregiver: CaregiverId | None = None
    role: Role = Role.MAIN


class PerformedVisit(Value):
    """One caregiver's part of a performed visit, as registered.

    ``planned`` are the planned visits it fulfils (two for a couple's joint visit, H25), ``joint``
    the other clients of a joint visit. ``times`` as in ``PlannedVisit``. ``registered`` is when it
    was registered if that was not on the spot, ``approved`` when somebody approved it,
    ``adjusted`` when its times were last changed by hand. ``motivation`` explains what deviates
    from the order; any text counts, none is ever shown. ``outside_home``: begun or ended
    elsewhere. ``exempted``: registering by hand was allowed (technical fault, agreed place, N18).
    ``signed``: by the staff (U57).
    """

    id: VisitId
    client: ClientId
    services: tuple[ServiceId, ...] = ()
    times: tuple[Seconds, ...] = ()
    start: Moment
    end: Moment
    caregiver: CaregiverId
    role: Role = Role.MAIN
    method: Method = Method.LOCK
    planned: tuple[VisitId, ...] = ()
    joint: tuple[ClientId, ...] = ()
    registered: Moment | None = None
    approved: Moment | None = None
    adjusted: Moment | None = None
    motivation: str = ""
    outside_home: bool = False
    exempted: bool = False
    signed: bool = True


class DeclinedVisit(Value):
    """A visit that the client declined, with its planned time ``start`` to ``end`` (U52).

    ``declined`` is when the provider was told. ``partly``: only some of the visit fell out; such
    a visit is registered as performed instead (U52).
    """

    id: VisitId
    client: ClientId
    services: tuple[ServiceId, ...] = ()
    times: tuple[Seconds, ...] = ()
    start: Moment
    end: Moment
    declined: Moment
    role: Role = Role.MAIN
    planned: VisitId | None = None
    reason: Away = Away.DECLINED
    partly: bool = False
    approved: Moment | None = None
    motivation: str = ""


class AlarmCall(Value):
    """A call from the alarm centre (trygghetslarm) and what came of it.

    ``called`` is the call from the alarm centre, not the press of the button. ``by_phone``: solved
    without going there (U83). ``became`` is the ordered service that it turned out to be (U62);
    ``joined`` is the visit it was wrongly registered together with (U61).
    """

    id: VisitId
    client: ClientId
    called: Moment
    arrived: Moment | None = None
    left: Moment | None = None
    by_phone: bool = False
    became: ServiceId | None = None
    joined: VisitId | None = None
    caregiver: CaregiverId | None = None
    approved: Moment | None = None
    motivation: str = ""
