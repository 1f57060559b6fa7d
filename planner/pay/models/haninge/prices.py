"""The prices that Haninge's lines name: one rate at all hours (N10), and the supplements."""

from types import MappingProxyType

from planner.pay.compensation import Price
from planner.pay.model.kinds import Supplement

CARE = Price("hour.home_care", hourly=True, rules=("N06", "N10"))
ISLAND = Price("supplement.island", hourly=False, rules=("N12",))
SPARSE = Price("supplement.sparse", hourly=False, rules=("N13",))

PRICES = (CARE, ISLAND, SPARSE)

SUPPLEMENTS = MappingProxyType({Supplement.ISLAND: ISLAND, Supplement.SPARSE: SPARSE})
"""The price of each supplement."""
