"""docs/settlement.md says what the code does: every field, every setting, and its example."""

import json
import re
from pathlib import Path

import pytest

from planner.exchange.documents import read_month
from planner.exchange.tariffs import read_tariff
from planner.model.base import Value
from planner.pay.model.month import Month
from planner.pay.registry import municipalities
from planner.usecases.settle_month import settle_month
from tests.build.months import billed, paid

TEXT = (Path(__file__).parents[3] / "docs" / "settlement.md").read_text(encoding="utf-8")


def models(root: type[Value]) -> dict[str, type[Value]]:
    """Return every model within ``root`` by name."""
    found: dict[str, type[Value]] = {root.__name__: root}
    schema = root.model_json_schema()
    waiting: list[type] = list(Value.__subclasses__())
    known = {model.__name__: model for model in waiting}
    for name in schema["$defs"]:
        if name in known:
            found[name] = known[name]
    return found


def section(name: str) -> str:
    """Return the text below the heading ``name``."""
    return TEXT.split(f"\n## {name}\n", 1)[1].split("\n## ", 1)[0]


@pytest.mark.parametrize("name", models(Month))
def test_every_field_has_its_row(name: str) -> None:
    rows = re.findall(r"^\| `(\w+)`", section(name), flags=re.MULTILINE)
    assert rows == list(models(Month)[name].model_fields)


@pytest.mark.parametrize("key", municipalities())
def test_every_setting_and_price_has_its_row(key: str) -> None:
    row = municipalities()[key]
    below = section(row.name)
    missing = [name for name in row.settings.model_fields if f"`{name}`" not in below]
    assert missing == []
    assert [price.name for price in row.prices if f"`{price.name}`" not in TEXT] == []


def test_the_example_gives_what_is_said() -> None:
    example = re.search(r"```json\n(.*?)```", TEXT, flags=re.DOTALL)
    assert example is not None
    month = read_month(example[1].encode())
    result = settle_month(month)
    assert (paid(result), billed(result)) == (60, 45)
    content = json.loads(example[1])
    content["orders"][0]["double_in_text"] = False
    assert paid(settle_month(read_month(json.dumps(content).encode()))) == 45


def test_the_example_tariff_can_be_read() -> None:
    example = re.search(r"```toml\n(.*?)```", TEXT, flags=re.DOTALL)
    assert example is not None
    assert read_tariff(example[1].encode()).prices["hour.home_care"] == 41_250
