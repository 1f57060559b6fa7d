"""The prices that Lund's lines name."""

from planner.pay.compensation import Price

CARE = Price("hour.home_care", hourly=True, rules=("L05",))
GOAL = Price("goal", hourly=False, rules=("L08",))

PRICES = (CARE, GOAL)
