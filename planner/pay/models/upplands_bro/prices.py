"""The prices that Upplands-Bro's lines name."""

from planner.pay.compensation import Price

CARE = Price("hour.home_care", hourly=True, rules=("U57",))
START_UP = Price("hour.start_up", hourly=True, rules=("U36",))
BOX = Price("box", hourly=False, rules=("U65",))

PRICES = (CARE, START_UP, BOX)
