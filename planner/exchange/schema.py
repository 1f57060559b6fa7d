"""The published JSON Schemas of the documents, made from the models.

``python -m planner.exchange.schema`` writes them anew after a change of the models.
"""

import json
from collections.abc import Mapping
from pathlib import Path
from types import MappingProxyType

from planner.model.base import Value
from planner.model.case import Case
from planner.model.plan import Plan
from planner.pay.deadlines.facts import UnitFacts
from planner.pay.model.month import Month

FOLDER = Path(__file__).parent / "schemas"
"""Where the published schemas lie."""

DOCUMENTS: Mapping[str, type[Value]] = MappingProxyType(
    {
        "case.v1.json": Case,
        "plan.v1.json": Plan,
        "month.v1.json": Month,
        "facts.v1.json": UnitFacts,
    }
)
"""The model of each published schema, by file name."""


def schema_text(model: type[Value]) -> str:
    """Return the JSON Schema (2020-12) of documents of ``model``; ``version`` is required."""
    schema = model.model_json_schema()
    schema["$schema"] = "https://json-schema.org/draft/2020-12/schema"
    schema["required"] = ["version", *schema["required"]]
    return json.dumps(schema, ensure_ascii=False, indent=1, sort_keys=True) + "\n"


def publish() -> None:
    """Write the schema of every document into ``FOLDER``."""
    for name, model in DOCUMENTS.items():
        (FOLDER / name).write_text(schema_text(model), encoding="utf-8")


if __name__ == "__main__":
    publish()
