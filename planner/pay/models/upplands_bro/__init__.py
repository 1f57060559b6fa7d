"""Upplands-Bro: performed time up to what is ordered; the text's rules U01-U108."""

from planner.pay.compensation import Municipality
from planner.pay.models.upplands_bro.checks import double_not_in_order, plan_not_registered
from planner.pay.models.upplands_bro.model import UpplandsBro
from planner.pay.models.upplands_bro.prices import PRICES
from planner.pay.models.upplands_bro.settings import UpplandsBroSettings

MUNICIPALITY = Municipality(
    "upplands_bro",
    "Upplands-Bro",
    UpplandsBroSettings,
    UpplandsBro,
    PRICES,
    (double_not_in_order, plan_not_registered),
)
