"""Spot checks of declined visits (U53)."""

import pytest

from planner.pay.followup.settings import FollowUpSettings
from planner.pay.followup.spot_checks import Mark, spot_checks
from tests.build.followups import declined, month_with

PLANNED = {
    "id": "P1",
    "client": "C1",
    "start": "2026-01-08T08:00:00+01:00",
    "end": "2026-01-08T08:30:00+01:00",
}
NONE = FollowUpSettings(sample=0, least=0)


@pytest.mark.parametrize(
    ("row", "lists", "marks"),
    [
        (declined("D1", "2026-01-08T08:00", "2026-01-08T08:01"), {}, (Mark.AFTER_START,)),
        (declined("D1", "2026-01-08T08:00", "2026-01-07T08:00", partly=True), {}, (Mark.PARTLY,)),
        (
            declined("D1", "2026-01-08T08:00", "2026-01-07T08:00"),
            {"planned": [PLANNED]},
            (Mark.NOT_PLANNED,),
        ),
    ],
)
def test_what_is_odd_is_always_checked(row, lists, marks):
    (found,) = spot_checks(month_with(declined=[row], **lists), NONE)
    assert found.marks == marks


def test_what_is_as_it_should_be_is_left_alone():
    rows = [declined("D1", "2026-01-08T08:00", "2026-01-08T07:00", planned="P1")]
    assert spot_checks(month_with(declined=rows, planned=[PLANNED]), NONE) == ()


def test_who_declines_often_is_looked_at():
    rows = [
        declined(f"D{n}", f"2026-01-{n:02}T08:00", f"2026-01-{n:02}T07:00") for n in range(5, 9)
    ]
    found = spot_checks(month_with(declined=rows), NONE)
    assert [row.marks for row in found] == [(Mark.OFTEN,)] * 4
    assert [row.notice for row in found] == [3600] * 4


def many():
    clients = [
        declined(f"D{n:03}", "2026-01-08T08:00", "2026-01-07T08:00", f"C{n}") for n in range(80)
    ]
    return month_with(declined=clients)


@pytest.mark.parametrize(
    ("sample", "least", "size"), [(10, 5, 8), (1, 5, 5), (100, 0, 80), (0, 0, 0)]
)
def test_the_rest_is_drawn_by_lot(sample, least, size):
    found = spot_checks(many(), FollowUpSettings(sample=sample, least=least))
    assert len(found) == size
    assert all(row.marks == (Mark.SAMPLE,) for row in found)


def test_the_same_seed_draws_the_same():
    first, again, other = (spot_checks(many(), FollowUpSettings(seed=seed)) for seed in (1, 1, 2))
    assert first == again
    assert first != other
