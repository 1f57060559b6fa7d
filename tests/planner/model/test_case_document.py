"""The document's description names every field, with the default that the model has."""

import re
from pathlib import Path

import pytest
from pydantic import ValidationError
from pydantic.fields import FieldInfo

from planner.checks.shape import model_at
from planner.model.base import Value
from planner.model.case import Case
from planner.model.moments import FIRST_DAY, LAST_DAY
from planner.model.orders import StartWindow
from planner.model.weights import Weights

TEXT = (Path(__file__).parents[3] / "docs" / "case.md").read_text(encoding="utf-8")


def models() -> list[type[Value]]:
    found: list[type[Value]] = []

    def visit(model: type[Value]) -> None:
        if model not in found:
            found.append(model)
            for name in model.model_fields:
                below = model_at(model, (name,))
                if below:
                    visit(below)

    visit(Case)
    return found


def section(model: type[Value]) -> str:
    match = re.search(rf"^## {model.__name__}\n(.*?)(?=^## |\Z)", TEXT, re.MULTILINE | re.DOTALL)
    assert match, f"docs/case.md has no section {model.__name__}"
    return match[1]


def choices(field: FieldInfo) -> set[str]:
    schema = str(field.annotation)
    kinds = re.findall(r"enum '(\w+)'", schema)
    return {str(member) for member in field.annotation} if kinds else set()  # type: ignore[union-attr] # an enum


@pytest.mark.parametrize("model", models(), ids=lambda model: model.__name__)
def test_every_field_is_described_in_order(model):
    rows = re.findall(r"^\| `(\w+)` \|", section(model), re.MULTILINE)
    assert rows == list(model.model_fields)


@pytest.mark.parametrize("model", models(), ids=lambda model: model.__name__)
def test_every_choice_is_described(model):
    for name, field in model.model_fields.items():
        row = next(line for line in section(model).splitlines() if line.startswith(f"| `{name}` |"))
        assert all(f"`{choice}`" in row for choice in choices(field)), row


def test_the_weights_have_the_defaults_that_are_described():
    for name, value in Weights().model_dump().items():
        assert re.search(rf"^\| `{name}` \|[^|]*\| `{value}` \|", section(Weights), re.MULTILINE)


def test_documents_are_frozen_and_strict():
    window = StartWindow.model_validate_json('{"earliest": "07:00", "latest": "08:00"}')
    with pytest.raises(ValidationError):
        window.earliest = window.latest
    with pytest.raises(ValidationError):
        StartWindow.model_validate_json('{"earliest": 25200, "latest": "08:00", "x": 1}')


def test_the_days_that_planning_reckons_with_are_described():
    assert f"from {FIRST_DAY.year} to {LAST_DAY.year}" in TEXT
