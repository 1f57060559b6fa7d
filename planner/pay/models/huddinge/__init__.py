"""Huddinge: performed and approved time; the text's rules H01-H31."""

from planner.pay.compensation import Municipality
from planner.pay.models.huddinge.checks import apart_from_home_care, extra_visits, own_visits
from planner.pay.models.huddinge.model import Huddinge
from planner.pay.models.huddinge.prices import PRICES
from planner.pay.models.huddinge.settings import HuddingeSettings

MUNICIPALITY = Municipality(
    "huddinge",
    "Huddinge",
    HuddingeSettings,
    Huddinge,
    PRICES,
    (apart_from_home_care, own_visits, extra_visits),
)
