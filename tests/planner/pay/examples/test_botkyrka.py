"""The worked examples of Botkyrka, each under its id."""

from planner.pay.lines import Source, Status
from planner.pay.reasons import Reason
from tests.build.months import billed, minutes, order, paid, rules, settled, visit

BK = "botkyrka"
HOUR_A_DAY = {"time": 3600, "per": "day"}


def daily(**more):
    return order(("S1", "personal_care"), **{"grant": HOUR_A_DAY, **more})


def test_b1_pay_begins_with_the_first_performed_visit():
    first = visit("V1", "2025-09-28T09:00", 60, "S1")
    result = settled(
        BK,
        "2025-09",
        orders=[daily(start="2025-09-22", received="2025-09-22T10:00:00+02:00")],
        performed=[first],
    )
    granted = [line for line in result.lines if line.source is Source.ORDER]
    assert [line.day.day for line in granted] == [28, 29, 30]
    assert paid(result) == 180
    assert "B12" in rules(granted)


def test_b2_three_days_of_planned_absence():
    away = {
        "id": "F1",
        "client": "C1",
        "start": "2025-09-10T00:00:00+02:00",
        "end": "2025-09-13T00:00:00+02:00",
        "planned": True,
    }
    result = settled(BK, "2025-09", orders=[daily()], absences=[away])
    assert paid(result) == 27 * 60
    assert minutes(result.total.time[Status.DENIED]) == 3 * 60


def test_b4_five_days_are_paid_after_the_need_has_ended():
    ending = {"told": "2025-09-10T09:00:00+02:00"}
    result = settled(BK, "2025-09", orders=[daily(ending=ending)])
    notice = [line for line in result.lines if line.reason is Reason.NOTICE_PERIOD]
    assert [line.day.day for line in notice] == [11, 12, 13, 14, 15]
    assert sum(minutes(line.paid) for line in notice) == 5 * 60
    assert max(line.day.day for line in result.lines) == 15
    assert billed(result) == 0


def test_b5_an_end_told_ten_days_ahead_stays():
    ending = {"told": "2025-09-10T09:00:00+02:00", "need_ends": "2025-09-20"}
    visits = [visit(f"V{day}", f"2025-09-{day:02d}T09:00", 60, "S1") for day in range(1, 21)]
    result = settled(BK, "2025-09", orders=[daily(ending=ending)], performed=visits)
    assert paid(result) == 20 * 60
    assert not [line for line in result.lines if line.reason is Reason.NOTICE_PERIOD]


def test_b7_boxes_beside_the_granted_time():
    boxes = [
        {"id": f"B{day}", "client": "C1", "boxes": 1, "delivered": f"2025-09-{day:02d}"}
        for day in range(1, 15)
    ]
    half = order(("S1", "personal_care"), grant={"time": 30 * 3600, "per": "month"})
    result = settled(BK, "2025-09", orders=[half], meals=boxes)
    assert paid(result) == 30 * 60
    assert result.total.count[Status.SURE] == 14


def test_b8_two_for_a_transfer_cost_staff_time_only():
    result = settled(
        BK,
        "2025-09",
        orders=[daily()],
        performed=[
            visit("V1", "2025-09-03T09:00", 45, "S1"),
            visit("V2", "2025-09-03T09:00", 45, caregiver="A2", role="double"),
        ],
    )
    assert paid(result) == 30 * 60
    assert minutes(result.total.staff) == 90
    assert billed(result) == 45
