"""The prices that Huddinge's lines name."""

from planner.pay.compensation import Price
from planner.pay.model.kinds import Insats

CARE = Price("hour.home_care", hourly=True, rules=("H02",))
ESCORT = Price("hour.escort", hourly=True, rules=("H02", "H12"))
RESPITE = Price("hour.respite", hourly=True, rules=("H02", "H12"))
HOUSING = Price("hour.housing_support", hourly=True, rules=("H02", "H12"))
MEAL_DELIVERY = Price("hour.meal_delivery", hourly=True, rules=("H27",))

PRICES = (CARE, ESCORT, RESPITE, HOUSING, MEAL_DELIVERY)

_APART = {
    Insats.ESCORT: ESCORT,
    Insats.RESPITE: RESPITE,
    Insats.HOUSING_SUPPORT: HOUSING,
}


def price_of(kind: Insats | None) -> Price:
    """Return the price of an hour of ``kind``."""
    return CARE if kind is None else _APART.get(kind, CARE)
