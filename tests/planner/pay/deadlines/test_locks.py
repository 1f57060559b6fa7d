"""The deadline for approving a month is the lock that the compensation model knows (X6)."""

from datetime import UTC, timedelta

import pytest

from planner.pay.invoice.timing import lock_of
from planner.pay.registry import municipalities
from tests.build.deadlines import of_period
from tests.build.months import document, month_of

DEADLINES = {"upplands_bro": "U26", "huddinge": "H04", "haninge": "N19"}


@pytest.mark.parametrize("municipality", [name for name in DEADLINES if name in municipalities()])
@pytest.mark.parametrize("month", ["2025-12", "2026-03", "2026-04", "2026-05"])
def test_deadline_and_lock_are_the_same_moment(municipality, month):
    lock = lock_of(month_of(document(municipality, month)))
    row = of_period(DEADLINES[municipality], month)
    assert lock is not None
    last = lock.astimezone(UTC) - (timedelta(seconds=1) if row.whole_day else timedelta())
    assert row.due.astimezone(UTC) == last


@pytest.mark.parametrize(
    "municipality", [name for name in municipalities() if name not in DEADLINES]
)
def test_the_others_have_no_lock(municipality):
    assert lock_of(month_of(document(municipality, "2026-01"))) is None
