"""The worked examples of Lund, each under its id."""

from datetime import date

from planner.pay.lines import Source, Status
from planner.pay.reasons import Reason
from planner.pay.tariff import Tariff
from tests.build.months import by_status, minutes, order, paid, rules, settled, visit

LU = "lund"


def schablon(*minutes_a_day):
    return order(
        services=[
            {"id": f"S{number}", "kind": kind, "grant": {"time": 60 * time, "per": "day"}}
            for number, (kind, time) in enumerate(
                zip(("personal_care", "meal"), minutes_a_day, strict=False), start=1
            )
        ]
    )


def test_l1_the_schablon_is_paid_whatever_was_performed():
    visits = [
        visit(f"V{day}", f"2026-04-{day:02d}T08:00", 23, "S1", "S2", times=[840, 540])
        for day in range(1, 31)
    ]
    result = settled(LU, "2026-04", orders=[schablon(15, 10)], performed=visits)
    assert minutes(result.total.staff) == 690
    assert paid(result) == 750
    assert "L05" in rules(result.lines)


def test_l2_a_premium_for_each_fulfilled_goal():
    goals = [
        {"id": f"G{number}", "client": "C1", "judged": "2026-04-15", "fulfilled": number != 4}
        for number in range(1, 5)
    ]
    tariff = Tariff.model_validate(
        {"municipality": LU, "valid_from": date(2026, 1, 1), "prices": {"goal": 31_400}}
    )
    result = settled(LU, "2026-04", tariff, goals=goals)
    assert result.total.count[Status.SURE] == 3
    assert result.total.ore == 94_200
    assert rules(result.lines) == {"L08"}


def test_l3_a_grown_need_is_absorbed_for_fourteen_days():
    more = {"id": "N1", "client": "C1", "service": "S1", "since": "2026-04-01", "time": 1200}
    result = settled(LU, "2026-04", orders=[schablon(15)], need_changes=[more])
    extra = [line for line in result.lines if line.source is Source.NEED_CHANGE]
    first, later = sorted(extra, key=lambda line: line.day)
    assert (first.reason, minutes(first.time), first.paid) == (Reason.ABSORBED, 280, 0)
    assert (later.reason, later.day.day) == (Reason.NEEDS_DECISION, 15)
    assert by_status(result) == {"sure": 450, "denied": 280, "pending": 16 * 20}
    assert rules(extra) == {"L07"}


def test_l6_the_hour_of_coordination_is_inside_the_schablon():
    hours = [
        {"id": f"W{number}", "kind": "coordination", "day": "2026-04-02", "time": 3600}
        | {"caregiver": f"A{number}"}
        for number in range(1, 6)
    ]
    result = settled(LU, "2026-04", other_work=hours)
    assert minutes(result.total.staff) == 300
    assert paid(result) == 0
    assert rules(result.lines) == {"L06"}
