from datetime import UTC, datetime

from hypothesis import given, settings

from planner.calendar.demand import expand
from planner.checks import check_case
from planner.model.case import StaffAbsence
from planner.model.findings import Severity
from planner.model.orders import ServiceKind
from planner.model.units import CaregiverId
from tests.build.cases import cases, small_case
from tests.build.parts import HOUR, MINUTE, double, order, place, service, window


def of_service(*services, **changes):
    return check_case(small_case(orders=(order("O1", "C1", *services),), **changes))


def test_a_visit_longer_than_any_shift_is_an_error():
    (fault,) = [
        fault
        for fault in of_service(service("S1", duration=9 * HOUR))
        if fault.severity is Severity.ERROR
    ]
    assert (fault.code, fault.value) == ("visit_longer_than_shifts", 9 * HOUR)
    assert fault.parameters["limit"] == 8 * HOUR


def test_more_visits_than_paid_time_is_a_warning():
    long = [
        service(f"S{n}", f"v{n}", duration=6 * HOUR, window=window("7:00", "9:00"))
        for n in range(4)
    ]
    (fault,) = of_service(*long)
    assert (fault.code, fault.severity) == ("demand_above_paid_time", Severity.WARNING)
    assert fault.parameters["needed"] == 24 * HOUR + 5 * MINUTE
    assert fault.parameters["paid"] == 23 * HOUR - 3 * 30 * MINUTE - 2 * 15 * MINUTE


def test_too_few_on_duty_does_not_stop_planning():
    sick = StaffAbsence(
        caregiver=CaregiverId("A2"),
        start=datetime(2026, 3, 2, tzinfo=UTC),
        end=datetime(2026, 3, 3, tzinfo=UTC),
    )
    (fault,) = check_case(small_case(staff_absences=(sick,)))
    assert (fault.code, fault.severity) == ("double_with_one_on_duty", Severity.WARNING)


def test_two_who_are_never_on_duty_together_are_one():
    around_three = service("S1", double=double(), window=window("14:00", "15:30"))
    day, _, evening = small_case().shifts
    (fault,) = of_service(around_three, shifts=(day, evening))
    assert fault.code == "double_with_one_on_duty"
    overlapping = evening.model_copy(update={"start": day.breaks[0].latest_start})
    codes = {fault.code for fault in of_service(around_three, shifts=(day, overlapping))}
    assert "double_with_one_on_duty" not in codes


def test_a_visit_of_a_meal_box_that_nobody_can_hand_over():
    deliveries = small_case().meal_deliveries
    early = [
        row.model_copy(
            update={
                "earliest_start": window("6:00", "6:30").earliest,
                "latest_start": window("6:00", "6:30").latest,
            }
        )
        for row in deliveries
    ]
    (fault,) = check_case(small_case(meal_deliveries=tuple(early)))
    assert (fault.code, fault.path) == ("nobody_fits", "$.meal_deliveries[0]")


def test_a_phone_visit_needs_no_place():
    phone = service("S1", kind=ServiceKind.PHONE_VISIT)
    places = (*small_case().places, place("EXTRA", 6))
    assert of_service(phone, places=places) == ()


@settings(max_examples=60, deadline=None)
@given(cases(max_days=3))
def test_generated_cases_have_no_error(case):
    errors = [fault for fault in check_case(case) if fault.severity is Severity.ERROR]
    assert errors == []
    assert expand(case).visits
