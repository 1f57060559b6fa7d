"""Registrations away from the door (H06), late ones (H07) and adjusted ones (N23)."""

import pytest

from planner.pay.followup.registrations import Remark, registrations
from planner.pay.model.kinds import Method
from tests.build.followups import month_with, visit


@pytest.mark.parametrize(
    ("more", "remarks"),
    [
        ({}, None),
        ({"method": "nfc"}, None),
        ({"method": "manual"}, (Remark.NOT_AT_DOOR,)),
        ({"method": "app", "exempted": True}, (Remark.EXEMPTED,)),
        ({"method": "manual", "outside_home": True}, (Remark.EXEMPTED,)),
        ({"registered": "2026-01-10T22:00:00+01:00"}, (Remark.REGISTERED_AFTER,)),
        ({"registered": "2026-01-11T00:00:00+01:00"}, (Remark.REGISTERED_LATE,)),
        ({"adjusted": "2026-01-09T10:00:00+01:00"}, (Remark.ADJUSTED,)),
        ({"signed": False}, (Remark.NOT_SIGNED,)),
    ],
)
def test_what_is_followed_up(more, remarks):
    rows = [visit("V1", "2026-01-08T08:00", 30, "S1", **more)]
    found = registrations(month_with(performed=rows)).rows
    assert [row.remarks for row in found] == ([] if remarks is None else [remarks])


def test_counts_by_way_and_by_caregiver():
    rows = [
        visit("V1", "2026-01-08T08:00", 30, "S1", method="manual", motivation="Låset trasigt"),
        visit("V2", "2026-01-08T09:00", 30, "S1"),
        visit("V3", "2026-01-08T10:00", 30, "S1", caregiver="A2"),
    ]
    found = registrations(month_with(performed=rows))
    assert found.by_method == {Method.MANUAL: 1, Method.LOCK: 2}
    assert found.by_caregiver == {"A1": (1, 2), "A2": (0, 1)}
    assert found.rows[0].explained
    assert "trasigt" not in repr(found), "what is written stays in the month"
