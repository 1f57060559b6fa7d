"""What has been granted: orders (beställning) and their services (insats)."""

from datetime import date
from enum import StrEnum

from pydantic import Field

from planner.model.base import Value
from planner.model.moments import Day, Moment, WallTime
from planner.model.units import ClientId, OrderId, PlaceId, ProviderId, Seconds, ServiceId


class ServiceKind(StrEnum):
    """The services of Swedish home care that planning rules tell apart."""

    PERSONAL_CARE = "personal_care"
    SHOWER = "shower"
    MEDICATION = "medication"
    HEALTH_TASK = "health_task"
    MEAL = "meal"
    CHECK = "check"
    CLEANING = "cleaning"
    LAUNDRY = "laundry"
    SHOPPING = "shopping"
    GROCERY_RECEIPT = "grocery_receipt"
    PHONE_VISIT = "phone_visit"
    ESCORT = "escort"
    RESPITE = "respite"
    HOUSING_SUPPORT = "housing_support"
    SIMPLIFIED = "simplified"
    MENU = "menu"
    CARE_PLAN = "care_plan"
    OTHER = "other"


class OnHoliday(StrEnum):
    """What becomes of an occurrence that falls on a public holiday."""

    KEEP = "keep"
    SKIP = "skip"
    NEXT_WORKING_DAY = "next_working_day"
    PREVIOUS_WORKING_DAY = "previous_working_day"


class Recurrence(Value):
    """When a service recurs, as an RFC 5545 recurrence rule of whole days.

    ``rule`` is for instance ``FREQ=DAILY`` or ``FREQ=WEEKLY;INTERVAL=2;BYDAY=TU``; the series
    starts on ``first`` (which decides the phase of intervals). ``except_days`` are left out.
    """

    rule: str
    first: Day
    on_holiday: OnHoliday = OnHoliday.KEEP
    except_days: tuple[date, ...] = ()


class StartWindow(Value):
    """Wall-clock times between which a visit starts; both ends count.

    ``earliest`` and ``latest`` are never broken; between ``preferred_from`` and ``preferred_to``
    is best (both or neither given).
    """

    earliest: WallTime
    latest: WallTime
    preferred_from: WallTime | None = None
    preferred_to: WallTime | None = None


class DoublePart(StrEnum):
    """Which part of a visit two caregivers share (U69-U76).

    ``split`` and ``companion`` are no double staffing and need no word in the order text: two
    share the work and need half the time (U75); somebody comes along for the sake of work
    safety and registers nothing (U76).
    """

    NONE = "none"
    FULL = "full"
    FIRST = "first"
    LAST = "last"
    SPLIT = "split"
    COMPANION = "companion"


class DoubleStaffing(Value):
    """Two caregivers present at once; ``duration`` seconds of it for a first or last part."""

    part: DoublePart = DoublePart.NONE
    duration: Seconds | None = Field(default=None, gt=0)


class DeliveryTime(Value):
    """Wall-clock times between which goods arrive; somebody is there all the time (H18)."""

    earliest: WallTime
    latest: WallTime


class Service(Value):
    """One service of an order.

    Services of one client that fall on the same day with the same ``visit`` label (for instance
    ``morning``) are done in one visit; a service with ``alone`` never shares a visit (H13, N26).
    ``duration`` is the planned time of one occurrence in seconds. ``min_gap`` seconds lie between
    the end of one and the start of the next visit with this service on a day. ``place`` is
    where it happens when not at home. ``order_in_visit`` sorts services within a visit, and
    the visits of one call. A check shares a visit only when it is ``combined``, by the order's
    text (N26). ``delivery`` is when the groceries come; ``usual_start`` when the visit used to be.
    """

    id: ServiceId
    kind: ServiceKind
    visit: str = Field(min_length=1)
    recurrence: Recurrence
    duration: Seconds = Field(gt=0, le=12 * 3600)
    window: StartWindow
    double: DoubleStaffing = DoubleStaffing()
    skills: tuple[str, ...] = ()
    delegations: tuple[str, ...] = ()
    personal_care: bool = False
    alone: bool = False
    time_critical: bool = False
    uninterruptible: bool = False
    min_gap: Seconds = Field(default=Seconds(0), ge=0, le=12 * 3600)
    place: PlaceId | None = None
    order_in_visit: int = 0
    combined: bool = False
    delivery: DeliveryTime | None = None
    usual_start: WallTime | None = None


class OrderStart(StrEnum):
    """How soon an order begins after it was received (U06, U07, B16, B17)."""

    ORDINARY = "ordinary"
    ACUTE = "acute"
    DISCHARGE = "discharge"
    DISCHARGE_MORE = "discharge_more"


class Order(Value):
    """A municipality's order for one client, valid from ``start`` to ``end`` (both included).

    ``granted_time`` is seconds per week. ``double_in_text`` says whether the order text has
    double staffing (U69). With ``received``, no visit starts before it, and the first one as soon
    as ``begins`` says.
    """

    id: OrderId
    client: ClientId
    provider: ProviderId | None = None
    start: date
    end: date | None = None
    granted_time: Seconds = Field(default=Seconds(0), ge=0)
    double_in_text: bool = False
    received: Moment | None = None
    begins: OrderStart = OrderStart.ORDINARY
    services: tuple[Service, ...]
