"""Today's base plan as CSV."""

import pytest

from planner.baseplan.make import base_from
from planner.checks.codes import Code
from planner.exchange.base_csv import read_base_csv, write_base_csv
from planner.exchange.documents import InvalidDocument
from tests.build.base_plans import base_plan, base_visit
from tests.build.parts import DAY, clock
from tests.build.small import small

ENGLISH = b"client;service;weekday;week;seat;caregiver;start\nC1;S1;1;2;2;A1;08:15\n"
SWEDISH = "Start,Medarbetare,Vecka,Veckodag,Insats,Brukare\n08:15,A1,2,måndag,S1,C1\n"


def test_what_was_written_is_read_again():
    base = base_from(*small())
    assert read_base_csv(write_base_csv(base), base.first) == base


def test_columns_may_be_swedish_and_in_any_order():
    row = base_visit("C1", "S1", "A1", week=2, start=clock("8:15"))
    assert read_base_csv(SWEDISH.encode("utf-8-sig"), DAY) == base_plan(row)
    second = row.model_copy(update={"seat": 2})
    assert read_base_csv(ENGLISH, DAY) == base_plan(second)


@pytest.mark.parametrize(
    ("old", "new", "code", "path"),
    [
        (b";weekday", b";wekday", Code.FIELD_MISSING, "$.weekday"),
        (b";1;2;2;", b";8;2;2;", Code.NUMBER_TOO_LARGE, "2: $.weekday"),
        (b";1;2;2;", b";1;3;2;", Code.CHOICE_UNKNOWN, "2: $.week"),
        (b"08:15", b"8.15", Code.TIME_INVALID, "2: $.start"),
        (b"C1;S1", b"C1\xe5;S1", Code.NOT_UTF8, "$"),
    ],
)
def test_a_bad_row_is_named_by_its_line(old, new, code, path):
    with pytest.raises(InvalidDocument) as problem:
        read_base_csv(ENGLISH.replace(old, new), DAY)
    assert [(fault.code, fault.path) for fault in problem.value.faults] == [(code, path)]


def test_all_rows_are_looked_at():
    bad = ENGLISH + b"C2;S2;1;9;1;A1;08:15\nC2;S2;0;1;1;A1;08:15\n"
    with pytest.raises(InvalidDocument) as problem:
        read_base_csv(bad, DAY)
    assert [fault.path for fault in problem.value.faults] == ["3: $.week", "4: $.weekday"]
