import json

import jsonschema
import pytest
from hypothesis import given, settings

from planner.exchange.documents import write_case, write_plan
from planner.exchange.schema import DOCUMENTS, FOLDER, schema_text
from tests.build.cases import cases
from tests.build.documents import broken
from tests.build.full_case import full_case
from tests.planner.exchange.test_documents import small_plan


def validator(name):
    schema = json.loads((FOLDER / name).read_text(encoding="utf-8"))
    jsonschema.Draft202012Validator.check_schema(schema)
    return jsonschema.Draft202012Validator(schema)


@pytest.mark.parametrize("name", DOCUMENTS)
def test_the_published_schemas_are_up_to_date(name):
    published = (FOLDER / name).read_text(encoding="utf-8")
    assert published == schema_text(DOCUMENTS[name]), "run python -m planner.exchange.schema"


@settings(max_examples=20, deadline=None)
@given(cases(max_days=2))
def test_generated_cases_keep_the_schema(case):
    validator("case.v1.json").validate(json.loads(write_case(case)))


def test_the_full_case_and_a_plan_keep_their_schemas():
    validator("case.v1.json").validate(json.loads(write_case(full_case())))
    validator("plan.v1.json").validate(json.loads(write_plan(small_plan())))


@pytest.mark.parametrize(
    "changes",
    [
        {"$.version": 2},
        {"$.clients[0].nickname": "x"},
        {"$.orders[0].services[0].duration": 0},
        {"$.orders[0].services[0].window.earliest": "7.30"},
        {"$.clients[0].lock": "none"},
        {"$.horizon.days": 15},
    ],
)
def test_the_schema_refuses_what_the_reader_refuses(changes):
    assert not validator("case.v1.json").is_valid(json.loads(broken(changes)))
