"""Law 2 rests on two readings of one case: the expansion's and the checker's must agree."""

from hypothesis import given

from planner.calendar.demand import expand
from planner.checker.book import open_book
from planner.model.case import Case
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
