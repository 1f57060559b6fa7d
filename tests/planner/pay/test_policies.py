"""Where the written rules leave room: one named setting each, its default, and a line of docs."""

from pathlib import Path

import pytest

from planner.pay.followup.settings import FollowUpSettings
from planner.pay.registry import municipalities

TEXT = (Path(__file__).parents[3] / "docs" / "settlement.md").read_text(encoding="utf-8")
SECTION = TEXT.split("\n## Where the texts leave room\n", 1)[1].split("\n## ", 1)[0]

DEFAULTS: dict[str, dict[str, object]] = {
    "upplands_bro": {
        "lock_day": 3,
        "noon_is_late": False,
        "beyond_day": "at_risk",
        "half_within": 86_400,
        "hospital_window": 86_400,
        "alarm_flat": 900,
        "alarm_billed": False,
        "start_up": 10_800,
        "return_months": 2,
        "meal_notice": 3,
        "hospital_meal_days": 3,
        "motivated_pending": True,
        "marked_share": 15,
        "marked_seconds": 3600,
    },
    "botkyrka": {
        "notice_days": 5,
        "fee_basis": "performed",
        "planned_notice": 86_400,
        "day_begins": 7,
        "day_ends": 22,
        "alarm_keeps_notice": False,
    },
    "huddinge": {
        "lock_day": 1,
        "lock_hour": 15,
        "edit_window": 259_200,
        "registration_days": 2,
        "late_registration": "at_risk",
        "beyond": "paid",
        "mixed": "apart_rate",
        "meal_hour": 3600,
    },
    "haninge": {
        "lock_day": 3,
        "even_out": "as_granted",
        "double": "registered",
        "double_billed": False,
        "manual": "at_risk",
        "absence_days": 2,
        "absence_from": "known",
        "month_tenths": 304,
        "absence_notice": 172_800,
        "less_performed": False,
        "end_days": 5,
        "need_ended_pays": True,
        "supplement_per": "visit",
        "elderly_from": 65,
    },
    "lund": {
        "basis": "granted",
        "absorbed_days": 14,
        "long_absence": "at_risk",
        "fee_basis": "performed",
    },
}


def test_every_municipality_is_listed() -> None:
    assert sorted(DEFAULTS) == sorted(municipalities())


@pytest.mark.parametrize("key", DEFAULTS)
def test_every_open_question_is_a_setting_with_its_default(key: str) -> None:
    assert municipalities()[key].settings().model_dump(mode="json") == DEFAULTS[key]


@pytest.mark.parametrize("key", DEFAULTS)
def test_every_setting_answers_a_question_that_is_told(key: str) -> None:
    rows = [row for row in SECTION.splitlines() if row.startswith("| ")]
    told = " ".join(row.rsplit("|", 2)[1] for row in rows)
    parts = told.split(municipalities()[key].name)[1:]
    own = " ".join(_until_the_next(part) for part in parts)
    assert [name for name in DEFAULTS[key] if f"`{name}`" not in own] == []


def _until_the_next(text: str) -> str:
    """Return the part of ``text`` before another municipality is named."""
    places = [text.find(row.name) for row in municipalities().values()]
    return text[: min((place for place in places if place >= 0), default=len(text))]


def test_within_30_minutes_is_a_setting_too() -> None:
    """U77 and U78 differ."""
    assert FollowUpSettings().alarm_inclusive is True
    assert "`alarm_inclusive`" in SECTION
