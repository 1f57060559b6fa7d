import pytest
from hypothesis import given
from hypothesis import strategies as st

from planner.calendar.errands import Errand
from planner.calendar.staffing import in_order, is_one_stretch, second_seat, shared_spans
from planner.model.orders import DoublePart, ServiceKind
from tests.build.parts import DAY, MINUTE, client, double, order, second, service


def errand(name, minutes=30, staffing=None, *, in_text=True, **changes):
    one = service(
        name, duration=minutes * MINUTE, double=staffing or double(DoublePart.NONE), **changes
    )
    return Errand(client("C1", "P1"), order("O1", "C1", one, double_in_text=in_text), one, DAY)


def names(ordered):
    return [one.service.id for one in ordered]


def test_one_caregiver_is_enough_for_single_services():
    assert second_seat(in_order([errand("a"), errand("b")])) is None


def test_a_double_service_comes_first_and_is_covered_exactly():
    visit = in_order([errand("meal", 15), errand("wash", 30, double())])
    assert names(visit) == ["wash", "meal"]
    assert second_seat(visit) == second(0, 30 * MINUTE)


def test_a_last_part_comes_at_the_end():
    visit = in_order([errand("lift", 20, double(DoublePart.LAST, 5)), errand("meal", 15)])
    assert names(visit) == ["meal", "lift"]
    assert second_seat(visit) == second(30 * MINUTE, 5 * MINUTE)


def test_a_first_part_is_as_long_as_it_says():
    visit = in_order([errand("rise", 30, double(DoublePart.FIRST, 10)), errand("meal", 15)])
    assert second_seat(visit) == second(0, 10 * MINUTE)


def test_last_full_and_first_lie_next_to_each_other():
    visit = in_order(
        [
            errand("first", 20, double(DoublePart.FIRST, 5)),
            errand("single", 15),
            errand("full", 10, double()),
            errand("last", 30, double(DoublePart.LAST, 12)),
        ]
    )
    assert names(visit) == ["single", "last", "full", "first"]
    assert second_seat(visit) == second(33 * MINUTE, 27 * MINUTE)
    assert is_one_stretch(visit)


def test_two_first_parts_are_not_one_stretch():
    visit = in_order(
        [errand("a", 20, double(DoublePart.FIRST, 5)), errand("b", 20, double(DoublePart.FIRST, 5))]
    )
    assert second_seat(visit) == second(0, 25 * MINUTE)
    assert not is_one_stretch(visit)


def test_a_part_is_never_longer_than_its_service():
    visit = in_order([errand("a", 20, double(DoublePart.LAST, 45))])
    assert second_seat(visit) == second(0, 20 * MINUTE)


def test_double_staffing_counts_only_if_the_order_text_has_it():
    assert second_seat([errand("a", staffing=double(), in_text=False)]) is None


def test_two_who_clean_are_not_double():
    assert second_seat([errand("a", staffing=double(), kind=ServiceKind.CLEANING)]) is None


def test_order_in_visit_sorts_the_rest():
    visit = in_order([errand("a", order_in_visit=2), errand("b", order_in_visit=1), errand("c")])
    assert names(visit) == ["c", "b", "a"]


part = st.sampled_from(DoublePart)


@given(st.lists(st.tuples(part, st.integers(1, 40), st.integers(1, 40)), min_size=1, max_size=6))
def test_the_second_caregiver_covers_every_shared_second(rows):
    errands = [
        errand(f"S{number}", minutes, double(kind, shared))
        for number, (kind, minutes, shared) in enumerate(rows)
    ]
    visit = in_order(errands)
    seat, spans = second_seat(visit), shared_spans(visit)
    total = sum(one.service.duration for one in visit)
    if seat is None:
        assert all(kind is DoublePart.NONE for kind, _, _ in rows)
        return
    assert all(
        seat.offset <= start < end <= seat.offset + seat.duration <= total for start, end in spans
    )
    parts = [kind for kind, _, _ in rows]
    if parts.count(DoublePart.FIRST) <= 1 and parts.count(DoublePart.LAST) <= 1:
        assert is_one_stretch(visit)


@pytest.mark.parametrize("seed", range(3))
def test_the_order_given_does_not_matter(seed):
    rows = [errand("a"), errand("b", 10, double()), errand("c", 20, double(DoublePart.FIRST, 5))]
    turned = rows[seed:] + rows[:seed]
    assert names(in_order(turned)) == ["b", "c", "a"]
