"""Months that are broken in one place: each gives its code, and the good row is still settled."""

import pytest

from planner.exchange.tariffs import read_tariff
from planner.model.findings import Severity
from planner.pay.checks import MonthRefused
from planner.pay.checks.codes import PayCode
from planner.pay.lines import Source, Status
from planner.usecases.settle_month import settle_month
from tests.build.months import document, month_of, order, settled, span, visit

UB, DAY = "upplands_bro", "2026-03-10"
GOOD = visit("G1", f"{DAY}T08:00", 45, "S1")


def base(**lists):
    """Return a month with one good visit, and what ``lists`` add to it."""
    performed = [GOOD, *lists.pop("performed", [])]
    content = document(
        UB,
        lists.pop("month", "2026-03"),
        performed=performed,
        orders=[order(("S1", "personal_care", 45)), *lists.pop("orders", [])],
        **lists,
    )
    named = {row["id"] for row in content["clients"]}
    if "C1" not in named:
        content["clients"].append({"id": "C1"})
    return content


def row(name="X1", at="T10:00", length=30, services=("S1",), **more):
    return {**visit(name, f"{DAY}{at}", length, *services), "caregiver": "A2", **more}


def moment(text):
    return f"{text}:00+01:00"


def declined(**more):
    return {
        "id": "D1",
        "client": "C1",
        "services": ["S1"],
        "declined": moment(f"{DAY}T07:00"),
        **span(f"{DAY}T12:00", 30),
        **more,
    }


def alarm(**more):
    return {"id": "L1", "client": "C1", "called": moment(f"{DAY}T20:00"), **more}


def meal(**more):
    return {"id": "B1", "client": "C1", "boxes": 2, **more}


PLANNED = {"id": "P1", "client": "C1", "services": ["S1"], **span(f"{DAY}T12:00", 30)}
NINE_TO_EIGHT = {"start": moment(f"{DAY}T09:00"), "end": moment(f"{DAY}T08:00")}


def errors_of(faults):
    return [fault.code for fault in faults if fault.severity is Severity.ERROR]


ERRORS = {
    "end before start": (PayCode.END_BEFORE_START, {"performed": [row(**NINE_TO_EIGHT)]}),
    "planned end before start": (
        PayCode.END_BEFORE_START,
        {"planned": [{**PLANNED, **NINE_TO_EIGHT}]},
    ),
    "declined end before start": (
        PayCode.END_BEFORE_START,
        {"declined": [declined(**NINE_TO_EIGHT)]},
    ),
    "absence ends before start": (
        PayCode.END_BEFORE_START,
        {"absences": [{"id": "F1", "client": "C1", **NINE_TO_EIGHT}]},
    ),
    "left before arrival": (
        PayCode.END_BEFORE_START,
        {"alarms": [alarm(arrived=moment(f"{DAY}T20:20"), left=moment(f"{DAY}T20:10"))]},
    ),
    "arrival before call": (
        PayCode.END_BEFORE_START,
        {"alarms": [alarm(arrived=moment(f"{DAY}T19:20"), left=moment(f"{DAY}T20:10"))]},
    ),
    "order ends before start": (
        PayCode.END_BEFORE_START,
        {"orders": [{"id": "O2", "client": "C1", "start": "2026-03-02", "end": "2026-03-01"}]},
    ),
    "visit in another month": (
        PayCode.OUTSIDE_MONTH,
        {"performed": [visit("X1", "2026-02-27T08:00", 30, "S1", caregiver="A2")]},
    ),
    "goal of another month": (
        PayCode.OUTSIDE_MONTH,
        {"goals": [{"id": "M", "client": "C1", "judged": "2026-04-01", "fulfilled": True}]},
    ),
    "visit in the future": (
        PayCode.IN_THE_FUTURE,
        {
            "settled": moment(f"{DAY}T12:00"),
            "performed": [row(at="T18:00", approved=moment(f"{DAY}T11:00"))],
        },
    ),
    "visit of seventeen hours": (
        PayCode.VISIT_TOO_LONG,
        {"performed": [row(at="T06:00", length=17 * 60)]},
    ),
    "unknown service": (PayCode.SERVICE_UNKNOWN, {"performed": [row(services=("S9",))]}),
    "alarm that became an unknown service": (
        PayCode.SERVICE_UNKNOWN,
        {
            "alarms": [
                alarm(arrived=moment(f"{DAY}T20:10"), left=moment(f"{DAY}T20:20"), became="S9")
            ]
        },
    ),
    "unknown client": (
        PayCode.CLIENT_MISSING,
        {"clients": [{"id": "C1"}], "performed": [row(client="C9", services=())]},
    ),
    "the same id twice": (PayCode.ID_DUPLICATE, {"performed": [row(name="G1")]}),
    "one id in two lists": (PayCode.ID_DUPLICATE, {"declined": [declined(id="G1")]}),
    "blank id": (PayCode.ID_BLANK, {"performed": [row(name=" ")]}),
    "times that do not add up": (
        PayCode.TIMES_MISMATCH,
        {"performed": [row(times=[600])]},
    ),
    "one caregiver in two homes": (
        PayCode.CAREGIVER_IN_TWO_PLACES,
        {
            "clients": [{"id": "C1"}, {"id": "C2"}],
            "performed": [row(at="T08:30", caregiver="A1", client="C2", services=())],
        },
    ),
    "double staffing by one person": (
        PayCode.DOUBLE_BY_ONE_PERSON,
        {"performed": [row(at="T08:00", length=15, caregiver="A1", role="double")]},
    ),
    "joint visit of strangers": (
        PayCode.JOINT_NOT_HOUSEHOLD,
        {"clients": [{"id": "C1"}, {"id": "C2"}], "performed": [row(joint=["C2"])]},
    ),
    "registered after the lock": (
        PayCode.REGISTERED_AFTER_LOCK,
        {"performed": [row(registered=moment("2026-04-09T08:00"))]},
    ),
    "declined after it ended": (
        PayCode.DECLINED_AFTER_VISIT,
        {"declined": [declined(declined=moment(f"{DAY}T13:00"))]},
    ),
    "declined and performed": (
        PayCode.DECLINED_AND_PERFORMED,
        {
            "planned": [PLANNED],
            "performed": [row(at="T12:00", planned=["P1"])],
            "declined": [declined(planned="P1")],
        },
    ),
    "alarm joined with another service": (
        PayCode.ALARM_JOINED,
        {
            "alarms": [
                alarm(arrived=moment(f"{DAY}T20:10"), left=moment(f"{DAY}T20:20"), joined="G1")
            ]
        },
    ),
    "alarm without arrival": (PayCode.ALARM_INCOMPLETE, {"alarms": [alarm()]}),
    "alarm by phone and on site": (
        PayCode.ALARM_PHONE_AND_VISIT,
        {"alarms": [alarm(by_phone=True, arrived=moment(f"{DAY}T20:10"))]},
    ),
    "meal joined with another service": (
        PayCode.MEAL_JOINED,
        {"meals": [meal(delivered=DAY, joined="G1")]},
    ),
    "meal without a day": (PayCode.MEAL_WITHOUT_DAY, {"meals": [meal()]}),
    "meal served before delivery": (
        PayCode.MEAL_SERVED_BEFORE_DELIVERY,
        {"meals": [meal(delivered=DAY, serving_days=["2026-03-09"])]},
    ),
    "order version twice": (
        PayCode.ORDER_VERSION_TWICE,
        {"orders": [order(("S1", "personal_care", 90))]},
    ),
    "need ends before the order": (
        PayCode.ENDING_BEFORE_ORDER,
        {
            "orders": [
                {
                    "id": "O2",
                    "client": "C1",
                    "start": "2026-03-20",
                    "ending": {"told": moment("2026-03-10T10:00")},
                }
            ]
        },
    ),
    "executed before the order": (
        PayCode.EXECUTION_BEFORE_ORDER,
        {
            "orders": [
                {"id": "O2", "client": "C1", "start": "2026-03-20", "execution": "2026-03-01"}
            ]
        },
    ),
    "service in two orders": (
        PayCode.SERVICE_IN_TWO_ORDERS,
        {"orders": [order(("S1", "personal_care", 5), id="O2")]},
    ),
    "correction of this month": (
        PayCode.CORRECTION_NOT_EARLIER,
        {"corrections": [{"id": "K1", "client": "C1", "month": "2026-03", "time": -60}]},
    ),
}


@pytest.mark.parametrize("name", ERRORS)
def test_a_bad_row_has_its_code_and_the_good_one_is_paid(name):
    code, lists = ERRORS[name]
    result = settle_month(month_of(base(**lists)))
    assert errors_of(result.faults) == [code]
    good = [
        line for line in result.lines if line.record == "G1" and line.source is Source.PERFORMED
    ]
    if "settled" not in lists:
        assert [(line.status, line.paid) for line in good] == [(Status.SURE, 45 * 60)]
    lost = {"X1", "D1", "L1", "B1", "M"} - (
        {"X1"} if code is PayCode.DECLINED_AND_PERFORMED else set()
    )
    assert not [line for line in result.lines if line.record in lost]


WARNINGS = {
    "no service": (PayCode.VISIT_WITHOUT_SERVICE, {"performed": [row(services=())]}),
    "no time": (PayCode.VISIT_WITHOUT_TIME, {"performed": [row(length=0)]}),
    "unknown planned visit": (
        PayCode.PLANNED_VISIT_UNKNOWN,
        {"performed": [row(planned=["P9"])]},
    ),
    "answer about nothing": (
        PayCode.ANSWER_WITHOUT_ROW,
        {"answers": [{"id": "Q1", "record": "V9", "verdict": "denied"}]},
    ),
    "double without colleague": (
        PayCode.DOUBLE_WITHOUT_COLLEAGUE,
        {"performed": [row(role="double")]},
    ),
    "approved after the lock": (
        PayCode.APPROVED_AFTER_LOCK,
        {"performed": [row(approved=moment("2026-04-09T08:00"))]},
    ),
    "approved before it ended": (
        PayCode.APPROVED_BEFORE_END,
        {"performed": [row(approved=moment(f"{DAY}T10:10"))]},
    ),
    "visit during hospital": (
        PayCode.VISIT_DURING_HOSPITAL,
        {
            "absences": [
                {
                    "id": "F1",
                    "client": "C1",
                    "start": moment(f"{DAY}T09:00"),
                    "end": moment(f"{DAY}T18:00"),
                }
            ],
            "performed": [row()],
        },
    ),
    "absences that overlap": (
        PayCode.ABSENCES_OVERLAP,
        {
            "absences": [
                {"id": "F1", "client": "C1", "start": moment("2026-03-20T09:00")},
                {"id": "F2", "client": "C1", "start": moment("2026-03-21T09:00")},
            ]
        },
    ),
    "delivered and cancelled": (
        PayCode.MEAL_DELIVERED_AND_CANCELLED,
        {"meals": [meal(delivered=DAY, cancelled=moment("2026-03-01T09:00"))]},
    ),
    "born after the month": (
        PayCode.BORN_AFTER_MONTH,
        {"clients": [{"id": "C1", "born": "2026-04"}]},
    ),
}


@pytest.mark.parametrize("name", WARNINGS)
def test_a_doubtful_row_is_warned_of_and_settled(name):
    code, lists = WARNINGS[name]
    result = settle_month(month_of(base(**lists)))
    assert code in [fault.code for fault in result.faults]
    assert not [fault for fault in result.faults if fault.severity is Severity.ERROR]


REFUSALS: dict[str, tuple[PayCode, dict[str, object]]] = {
    "unknown municipality": (PayCode.MUNICIPALITY_UNKNOWN, {"municipality": "upplandsbro"}),
    "unknown setting": (PayCode.SETTING_UNKNOWN, {"settings": {"lockday": 3}}),
    "setting of the wrong type": (PayCode.SETTING_INVALID, {"settings": {"lock_day": "three"}}),
    "setting out of range": (PayCode.SETTING_INVALID, {"settings": {"lock_day": 0}}),
}


@pytest.mark.parametrize("name", REFUSALS)
def test_nothing_is_settled_under_rules_that_nobody_knows(name):
    code, changes = REFUSALS[name]
    with pytest.raises(MonthRefused) as caught:
        settle_month(month_of({**base(), **changes}))
    assert [fault.code for fault in caught.value.faults] == [code]


TARIFF = b'municipality = "upplands_bro"\nvalid_from = 2026-01-01\n'
FULL = TARIFF + b'[prices]\n"hour.home_care" = 40000\n'


@pytest.mark.parametrize(
    ("tariff", "codes"),
    [
        (TARIFF, [PayCode.TARIFF_PRICE_MISSING]),
        (FULL.replace(b"upplands_bro", b"lund"), [PayCode.TARIFF_OTHER_MUNICIPALITY]),
        (FULL.replace(b"2026-01-01", b"2026-03-02"), [PayCode.TARIFF_NOT_VALID]),
        (b"example = true\n" + FULL, [PayCode.TARIFF_EXAMPLE]),
    ],
    ids=["price missing", "other municipality", "not valid", "example"],
)
def test_a_tariff_that_does_not_fit_is_refused(tariff, codes):
    with pytest.raises(MonthRefused) as caught:
        settle_month(month_of(base()), read_tariff(tariff))
    assert errors_of(caught.value.faults) == codes


def test_the_missing_price_is_named():
    with pytest.raises(MonthRefused) as caught:
        settle_month(month_of(base()), read_tariff(TARIFF))
    fault = caught.value.faults[-1]
    assert (fault.value, fault.path) == ("hour.home_care", "$.tariff.prices['hour.home_care']")


def test_the_demo_may_use_an_example_tariff():
    tariff = read_tariff(b"example = true\n" + FULL)
    result = settled(UB, "2026-03", tariff, demo=True, orders=base()["orders"], performed=[GOOD])
    assert result.total.ore == 30_000
