"""All topics of a month at once, and their tables."""

import pytest

from api.words import Language, load
from planner.pay.followup import follow_up
from planner.pay.followup.sheets import sheets_of
from planner.usecases.settle_month import settle_month
from tests.build.followups import alarm, declined, month_with, visit

MONTH = month_with(
    performed=[
        visit("V1", "2026-01-08T08:00", 38, "S1", method="manual"),
        visit("V2", "2026-01-09T08:00", 38, "S1", motivation="Föll"),
    ],
    declined=[declined("D1", "2026-01-10T08:00", "2026-01-10T08:05")],
    alarms=[alarm("L1", "08:00:00", "08:40:00", caregiver="A1")],
)


def test_more_time_than_ordered_is_told_with_whether_it_is_explained():
    found = follow_up(MONTH, settle_month(MONTH).lines)
    beyond = [(row.visit, row.seconds, row.explained) for row in found.beyond]
    assert beyond == [("V1", 8 * 60, False), ("V2", 8 * 60, True)]


@pytest.mark.parametrize("language", Language)
def test_every_topic_has_a_table(language):
    found = follow_up(MONTH, settle_month(MONTH).lines)
    sheets = sheets_of(found, load(language).say)
    assert [len(sheet.rows) for sheet in sheets] == [1, 1, 1, 1, 2, 1]
    assert all(len(row) == len(sheet.head) for sheet in sheets for row in sheet.rows)
    assert all(len(sheet.title) <= 31 for sheet in sheets), "Excel takes no longer title"
