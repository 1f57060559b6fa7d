"""Who came (L17, L18, L21), counted by hand."""

import pytest

from planner.pay.followup.faces import faces_of
from tests.build.followups import month_with, visit


def visits(*rows):
    return [
        visit(f"V{number}", f"2026-01-{day:02}T08:00", 30, "S1", caregiver=who)
        for number, (day, who) in enumerate(rows)
    ]


def test_faces_in_any_fortnight():
    rows = visits((1, "A1"), (2, "A2"), (14, "A3"), (15, "A4"), (16, "A2"))
    (found,) = faces_of(month_with(performed=rows))
    assert (found.visits, found.caregivers) == (5, 4)
    assert found.most == 3, "1 to 14 January: A1, A2, A3; 2 to 15: A2, A3, A4"
    assert found.by_contact is None
    assert not found.below_guide


@pytest.mark.parametrize(("own", "others", "below"), [(1, 3, False), (1, 4, True), (0, 1, True)])
def test_the_guide_value_of_the_contact(own, others, below):
    rows = visits(*[(n + 1, "A1") for n in range(own)], *[(n + 10, "A2") for n in range(others)])
    contact = {"client": "C1", "caregiver": "A1", "started": "2025-01-01", "named": "2025-01-10"}
    (found,) = faces_of(month_with(performed=rows, contacts=[contact]))
    assert (found.by_contact, found.below_guide) == (own, below)


def test_both_of_a_couple_meet_the_caregiver():
    rows = [visit("V1", "2026-01-08T08:00", 30, "S1", joint=["C2"])]
    found = faces_of(month_with(performed=rows, clients=[{"id": "C1"}, {"id": "C2"}]))
    assert [(row.client, row.visits) for row in found] == [("C1", 1), ("C2", 1)]
