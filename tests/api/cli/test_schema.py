"""The published schemas, as the program prints them."""

import json

import pytest
from jsonschema import Draft202012Validator

from api.cli.exits import ExitCode
from planner.exchange.documents import write_case, write_facts, write_plan
from planner.pay.deadlines.kinds import Municipality
from tests.api.cli.running import run
from tests.build.deadlines import unit
from tests.build.morning import morning_case, morning_plan


@pytest.mark.parametrize(
    ("name", "document"),
    [
        ("case", write_case(morning_case())),
        ("plan", write_plan(morning_plan())),
        ("facts", write_facts(unit(Municipality.LUND))),
    ],
)
def test_the_printed_schema_fits_its_documents(name: str, document: bytes) -> None:
    result = run("schema", name)
    assert result.exit_code == ExitCode.DONE
    validator = Draft202012Validator(json.loads(result.stdout))
    content = json.loads(document)
    validator.validate(content)
    assert not validator.is_valid({**content, "version": 99})
