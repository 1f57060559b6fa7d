"""Whatever stands in a month document: a refusal with codes or a settlement, never an accident."""

import json
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from planner.exchange.documents import InvalidDocument, read_month
from planner.model.findings import Fault
from planner.pay.checks import MonthRefused
from planner.pay.reconciliation import reconcile
from planner.pay.registry import municipalities
from planner.usecases.forecast_month import forecast_month
from planner.usecases.settle_month import settle_month
from tests.build.many_months import generated

DATES = ["2026-03-01", "2026-02-28", "1900-01-01", "2199-12-31", "2026-03-29"]
MOMENTS = [f"{day}T{hour}:30:00Z" for day in DATES[:3] for hour in ("00", "12", "23")]
WORDS = ["double", "companion", "hospital", "escort", "check", "day", "month", "denied"]
ODD: list[Any] = [None, "", "V1", "P1", "C1", "C2", -1, 0, 1, 86_400, True, [], {}, ["C1"], ["x"]]
VALUES = st.sampled_from([*ODD, *WORDS, *DATES, *MOMENTS])


def leaves(value: Any, way: tuple[Any, ...] = ()) -> list[tuple[Any, ...]]:
    """Return the way to every place of ``value``."""
    if isinstance(value, dict):
        below = [found for key in value for found in leaves(value[key], (*way, key))]
    elif isinstance(value, list):
        below = [found for key in range(len(value)) for found in leaves(value[key], (*way, key))]
    else:
        below = []
    return [way, *below]


@pytest.mark.parametrize("key", municipalities())
@settings(max_examples=60, deadline=None)
@given(data=st.data(), seed=st.integers(0, 20))
def test_no_value_anywhere_breaks_a_settlement(key: str, data: st.DataObject, seed: int) -> None:
    content = generated(seed, key, clients=2, visits=8)
    ways = leaves(content)[1:]
    for _ in range(data.draw(st.integers(1, 4))):
        *way, last = data.draw(st.sampled_from(ways))
        place = content
        try:
            for step in way:
                place = place[step]
            place[last] = data.draw(VALUES)
        except (KeyError, IndexError, TypeError):
            continue
    for fault in faults_of(content):
        assert fault.path.startswith("$"), fault


def faults_of(content: dict[str, Any]) -> tuple[Fault, ...]:
    """Return what is wrong with ``content`` after everything was tried with it."""
    try:
        month = read_month(json.dumps(content).encode())
        settlement = settle_month(month)
        reconcile(month, settlement)
        forecast_month(month)
    except (InvalidDocument, MonthRefused) as refusal:
        return refusal.faults
    return settlement.faults
