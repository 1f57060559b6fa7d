"""What kinds of visits there are: their services, how long they last, how strict their times are.

Lengths and slacks in minutes; all of them are assumptions unless a rule is named.
"""

from dataclasses import dataclass
from enum import Enum

from planner.model.orders import ServiceKind as Kind


class Where(Enum):
    """Where a visit happens."""

    HOME = "home"
    LAUNDRY = "laundry"
    SHOP = "shop"
    SURGERY = "surgery"
    PHONE = "phone"


@dataclass(frozen=True, slots=True)
class Part:
    """One service of a visit and its share of the visit's time."""

    kind: Kind
    share: float = 1.0
    personal_care: bool = False


@dataclass(frozen=True, slots=True)
class VisitType:
    """A kind of visit: lasts ``least`` to ``most``, may start ``slack`` before or after.

    ``slack`` is the range from which each side of the hard window is drawn.
    """

    label: str
    parts: tuple[Part, ...]
    least: int
    most: int
    slack: tuple[int, int] = (20, 60)
    where: Where = Where.HOME
    alone: bool = False
    critical: bool = False
    evening: bool = False


_CARE = Part(Kind.PERSONAL_CARE, 0.65, personal_care=True)
_MEAL = Part(Kind.MEAL, 0.35)

MORNING = VisitType("morning", (_CARE, _MEAL), 12, 60, (20, 60))
LUNCH = VisitType("lunch", (Part(Kind.MEAL),), 10, 35, (20, 45))
DINNER = VisitType("dinner", (Part(Kind.MEAL),), 10, 40, (20, 45), evening=True)
BEDTIME = VisitType(
    "bedtime", (Part(Kind.PERSONAL_CARE, personal_care=True),), 10, 45, (20, 60), evening=True
)
CHECK = VisitType("check", (Part(Kind.CHECK),), 7, 20, (30, 60), alone=True)
PHONE = VisitType("phone", (Part(Kind.PHONE_VISIT),), 4, 12, (30, 60), Where.PHONE, alone=True)

SHOWER = VisitType("shower", (Part(Kind.SHOWER, personal_care=True),), 25, 55, (30, 90))
CLEANING = VisitType("cleaning", (Part(Kind.CLEANING),), 40, 95, (60, 150))
LAUNDRY = VisitType("laundry", (Part(Kind.LAUNDRY),), 30, 65, (5, 15), Where.LAUNDRY)
SHOPPING = VisitType("shopping", (Part(Kind.SHOPPING),), 25, 60, (60, 150), Where.SHOP)
_MENU = Part(Kind.MENU, 0.15)
ONLINE_SHOPPING = VisitType("shopping", (Part(Kind.SHOPPING, 0.85), _MENU), 25, 45, (60, 150))
GROCERIES = VisitType("groceries", (Part(Kind.GROCERY_RECEIPT),), 10, 25, (10, 15), critical=True)
WALK = VisitType("escort", (Part(Kind.ESCORT),), 30, 95, (45, 120), alone=True)
APPOINTMENT = VisitType(
    "escort", (Part(Kind.ESCORT),), 35, 95, (10, 15), Where.SURGERY, alone=True, critical=True
)
RESPITE = VisitType("respite", (Part(Kind.RESPITE),), 60, 110, (45, 90), alone=True)
HOUSING = VisitType("housing", (Part(Kind.HOUSING_SUPPORT),), 35, 75, (45, 90), alone=True)
MEAL_BOX = VisitType("meal_box", (), 4, 6, (30, 60))

WEEKDAY = (
    *(CLEANING,) * 6,
    *(SHOWER,) * 5,
    *(LAUNDRY,) * 2,
    *(SHOPPING,) * 2,
    *(ONLINE_SHOPPING,) * 1,
    *(GROCERIES,) * 2,
    *(WALK,) * 2,
    *(APPOINTMENT,) * 1,
    *(RESPITE,) * 1,
    *(HOUSING,) * 1,
)
"""Weekly visits by day, Monday to Friday, as often as they are drawn."""

WEEKEND = (*(SHOWER,) * 3, *(WALK,) * 4, *(RESPITE,) * 2, CHECK)
"""Weekly visits by day at the weekend."""

EVENING = (*(SHOWER,) * 4, *(ONLINE_SHOPPING,) * 2, *(WALK,) * 2, *(CHECK,) * 2)
"""Weekly visits in the evening."""

IN_TURN = {CLEANING.label: ONLINE_SHOPPING, ONLINE_SHOPPING.label: CLEANING}
"""Which visit takes the other week in a place that is shared by two fortnightly ones."""
