"""Law 2 rests on two readings of one case: the expansion's and the checker's must agree."""

from datetime import UTC, datetime, time, timedelta

from hypothesis import given
from hypothesis import strategies as st

from planner.calendar.demand import expand
from planner.checker.book import open_book
from planner.model.case import Case
from planner.model.orders import OrderStart
from tests.build.cases import cases, small_case
from tests.build.doors import door_cases


def agree(case: Case) -> None:
    """Compare every visit of the two readings."""
    expanded = {
        visit.id: (
            visit.clients,
            visit.day,
            visit.place,
            visit.duration,
            (visit.window.earliest, visit.window.latest),
            visit.second and (visit.second.offset, visit.second.duration),
            sorted(visit.services),
            (visit.boxes, visit.pick_up),
        )
        for visit in expand(case).visits
    }
    read = {
        need.id: (
            (need.client.id, *(guest.id for guest in need.guests)),
            need.day,
            need.place,
            need.duration,
            (need.earliest, need.latest),
            need.second,
            sorted(service.id for service in need.services),
            (need.delivery.boxes, need.delivery.pick_up) if need.delivery else (0, None),
        )
        for need in open_book(case).needs.values()
    }
    assert read == expanded


def test_small_case_is_read_alike():
    agree(small_case())


@given(door_cases(cases(max_days=7)) | cases(max_shifts=3, max_visits=14, max_days=7))
def test_generated_cases_are_read_alike(case: Case):
    agree(case)


@given(cases(max_shifts=2, max_visits=14, max_days=7), st.data())
def test_orders_that_came_late_are_read_alike(case: Case, data: st.DataObject):
    first = datetime.combine(case.horizon.first, time(), UTC)
    orders = [
        row.model_copy(
            update={
                "received": first + timedelta(minutes=data.draw(st.integers(-3000, 9000))),
                "begins": data.draw(st.sampled_from(OrderStart)),
                "start": case.horizon.first + timedelta(days=data.draw(st.integers(-2, 3))),
            }
        )
        if data.draw(st.booleans())
        else row
        for row in case.orders
    ]
    agree(case.model_copy(update={"orders": tuple(orders)}))
