"""What a plan pays: from a month with planned visits, and from a case with its plan."""

import pytest

from api.demo.tariff import example_tariff
from planner.pay.checks import MonthRefused
from planner.pay.forecast.from_plan import months_of, planned_visits
from planner.pay.model.kinds import Role
from planner.pay.reasons import Reason
from planner.usecases.forecast_month import compare_models, forecast_month
from tests.build.months import document, month_of, order, span
from tests.build.morning import morning_case, morning_plan

UB = "upplands_bro"


def planned(name, start, length, **more):
    row = {"id": name, "client": "C1", "services": ["S1"], "caregiver": "A1"}
    return {**row, **span(start, length), **more}


def month(*rows, **more):
    lists = {"orders": [order(("S1", "personal_care", 30))], **more}
    return month_of(document(UB, "2026-03", planned=list(rows), **lists))


def test_planned_time_beside_granted_and_what_would_not_be_paid():
    forecast = forecast_month(
        month(
            planned("P1", "2026-03-10T08:00", 30),
            planned("P2", "2026-03-10T12:00", 40),
            planned("P3", "2026-03-10T08:00", 15, role="double", caregiver="A2"),
        )
    )
    (row,) = forecast.rows
    assert (row.planned, row.staff, row.granted) == (70 * 60, 85 * 60, 60 * 60)
    assert (row.paid, row.billed) == (60 * 60, 60 * 60)
    assert row.unpaid == {Reason.MORE_THAN_ORDERED: 600, Reason.DOUBLE_NOT_IN_ORDER: 900}
    assert row.amount is None


def test_what_was_done_does_not_change_a_forecast():
    rows = [planned("P1", "2026-03-10T08:00", 30)]
    done = {**planned("V1", "2026-03-10T08:00", 45), "caregiver": "A1"}
    plain = forecast_month(month(*rows))
    late = forecast_month(month(*rows, performed=[done], settled="2026-05-01T00:00:00Z"))
    assert plain.rows == late.rows


def test_a_plan_of_some_days_is_not_held_against_a_month():
    rows = [planned(f"P{day}", f"2026-03-{day}T08:00", 30) for day in (10, 11)]
    daily = order(("S1", "personal_care"), grant={"time": 3600, "per": "day"})
    botkyrka = month(*rows, orders=[daily]).model_copy(update={"municipality": "botkyrka"})
    (row,) = forecast_month(botkyrka).rows
    assert (row.planned, row.granted, row.paid) == (3600, 7200, 7200)


def test_a_month_from_a_plan_has_its_visits():
    case, plan = morning_case(), morning_plan()
    (found,) = months_of(case, plan, UB)
    stops = [
        (stop.id, stop.seat)
        for row in plan.rounds
        for stop in row.stops
        if stop.kind.value == "visit"
    ]
    assert len(found.planned) == len(stops)
    doubles = [row for row in found.planned if row.role is Role.DOUBLE]
    assert len(doubles) == 1
    assert {row.client for row in found.planned} == {row.id for row in case.clients}


def test_a_forecast_of_a_plan_pays_what_it_plans():
    case, plan = morning_case(), morning_plan()
    (found,) = months_of(case, plan, UB, demo=True)
    forecast = forecast_month(found, example_tariff(UB, found.first))
    mains = sum(
        (row.end - row.start).total_seconds() for row in found.planned if row.role is Role.MAIN
    )
    assert sum(row.planned for row in forecast.rows) == mains
    total = forecast.settlement.total
    assert total.amount is not None
    assert sum(row.amount or 0 for row in forecast.rows) == sum(
        line.amount or 0 for line in forecast.settlement.lines if line.paid or line.paid_count
    )


def test_the_example_tariff_is_refused_outside_the_demo():
    (found,) = months_of(morning_case(), morning_plan(), UB)
    with pytest.raises(MonthRefused, match="tariff_example"):
        forecast_month(found, example_tariff(UB, found.first))


def test_every_model_settles_the_same_month():
    found = compare_models(month(performed=[planned("V1", "2026-03-10T08:00", 40)]))
    paid = {row.municipality: row.settlement.total.paid for row in found if row.settlement}
    assert list(paid) == sorted(paid)
    assert paid["upplands_bro"] == 30 * 60
    assert paid["botkyrka"] == 30 * 60


def test_settings_belong_to_their_own_municipality():
    rows = month(planned("P1", "2026-03-10T08:00", 30), settings={"lock_day": 5})
    assert all(row.settlement is not None for row in compare_models(rows))


def test_planned_visits_are_in_order_of_time():
    rows = planned_visits(morning_case(), morning_plan())
    assert list(rows) == sorted(rows, key=lambda row: (row.start, row.id))
