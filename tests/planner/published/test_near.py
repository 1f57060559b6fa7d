"""Where the freeze horizon ends."""

from datetime import UTC, date, datetime

import pytest

from planner.model.case import Horizon
from planner.published.near import frozen_rounds, frozen_until, today
from tests.build.cases import instance_of, small_case
from tests.build.parts import DAY
from tests.build.plans import small_plan
from tests.build.published import Shelf

SUNDAY, MONDAY, TUESDAY = date(2026, 3, 1), date(2026, 3, 2), date(2026, 3, 3)


class At:
    def __init__(self, *when: int) -> None:
        self._when = datetime(*when, tzinfo=UTC)  # type: ignore[arg-type, misc]

    def now(self) -> datetime:
        return self._when


def test_today_is_the_swedish_day() -> None:
    assert today(At(2026, 3, 1, 22, 59)) == SUNDAY
    assert today(At(2026, 3, 1, 23, 1)) == MONDAY, "a night that begins at one"


@pytest.mark.parametrize(
    ("now", "first", "days", "until"),
    [
        (SUNDAY, MONDAY, 2, TUESDAY),
        (SUNDAY, MONDAY, 0, SUNDAY),
        (MONDAY, MONDAY, 2, date(2026, 3, 4)),
        (date(2030, 1, 1), MONDAY, 1, TUESDAY),
    ],
)
def test_the_freeze_counts_from_today_and_at_the_latest_from_the_first_day(
    now: date, first: date, days: int, until: date
) -> None:
    assert frozen_until(now, first, days) == until


@pytest.mark.parametrize(
    ("until", "rounds"), [(TUESDAY, 3), (date(2026, 3, 9), 3), (MONDAY, 0), (SUNDAY, 0), (None, 0)]
)
def test_only_frozen_days_of_the_horizon_are_read(until: date | None, rounds: int) -> None:
    case = small_case(horizon=Horizon(first=DAY, days=1))
    shelf = Shelf()
    shelf.publish(small_plan(case, instance_of(case).travel), case)
    assert len(frozen_rounds(case, shelf, until)) == rounds
