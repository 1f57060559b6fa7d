"""Every deadline there is, by municipality."""

from collections.abc import Mapping
from types import MappingProxyType

from planner.pay.deadlines.botkyrka import BOTKYRKA
from planner.pay.deadlines.deadline import Deadline
from planner.pay.deadlines.haninge import HANINGE
from planner.pay.deadlines.huddinge import HUDDINGE
from planner.pay.deadlines.kinds import Municipality
from planner.pay.deadlines.lund import LUND
from planner.pay.deadlines.upplands_bro import UPPLANDS_BRO

DEADLINES: Mapping[Municipality, tuple[Deadline, ...]] = MappingProxyType(
    {
        Municipality.UPPLANDS_BRO: UPPLANDS_BRO,
        Municipality.BOTKYRKA: BOTKYRKA,
        Municipality.HUDDINGE: HUDDINGE,
        Municipality.HANINGE: HANINGE,
        Municipality.LUND: LUND,
    }
)
"""The deadlines of each municipality, in the order of its rules."""
