"""The smallest set of people, held against trying every set."""

from itertools import combinations

from hypothesis import given, settings
from hypothesis import strategies as st

from solver.continuity.cover import fewest

needs = st.lists(
    st.tuples(st.frozensets(st.integers(0, 5), min_size=1), st.integers(1, 2)), max_size=6
)


def tried(rows):
    for size in range(7):
        for people in combinations(range(6), size):
            if all(len(who & set(people)) >= min(count, len(who)) for who, count in rows):
                return size
    raise AssertionError


@settings(max_examples=60, deadline=None)
@given(needs)
def test_it_is_as_small_as_trying_finds(rows):
    assert fewest(rows) == tried(rows)


def test_nobody_is_needed_for_nothing():
    assert fewest([]) == 0
    assert fewest([(frozenset(), 1)]) == 0
