"""Botkyrka: granted time minus planned absence; the text's rules B01-B20."""

from planner.pay.compensation import Municipality, Price
from planner.pay.models.botkyrka.checks import (
    executed_too_early,
    not_executed,
    out_of_turn,
)
from planner.pay.models.botkyrka.model import Botkyrka
from planner.pay.models.botkyrka.settings import BotkyrkaSettings

MUNICIPALITY = Municipality(
    "botkyrka",
    "Botkyrka",
    BotkyrkaSettings,
    Botkyrka,
    (
        Price("hour.home_care", hourly=True, rules=("B01",)),
        Price("box", hourly=False, rules=("B03",)),
    ),
    (not_executed, executed_too_early, out_of_turn),
)
