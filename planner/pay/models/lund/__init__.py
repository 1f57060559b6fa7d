"""Lund: the schablon time of each insats and a premium per fulfilled goal; rules L01-L44."""

from planner.pay.compensation import Municipality
from planner.pay.models.lund.model import Lund
from planner.pay.models.lund.prices import PRICES
from planner.pay.models.lund.settings import LundSettings

MUNICIPALITY = Municipality("lund", "Lund", LundSettings, Lund, PRICES)
