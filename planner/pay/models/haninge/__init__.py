"""Haninge: performed time within granted time, more after approval; the text's rules N01-N34."""

from planner.pay.compensation import Municipality
from planner.pay.models.haninge.checks import checks_alone, outside_apart
from planner.pay.models.haninge.model import Haninge
from planner.pay.models.haninge.prices import PRICES
from planner.pay.models.haninge.settings import HaningeSettings

MUNICIPALITY = Municipality(
    "haninge",
    "Haninge",
    HaningeSettings,
    Haninge,
    PRICES,
    (checks_alone, outside_apart),
)
