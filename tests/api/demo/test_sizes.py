"""How large each demo is."""

from collections import Counter

import pytest

from api.demo.sizes import DemoSize, group_sizes


def test_eighty_groups_hold_the_municipality() -> None:
    groups = group_sizes(DemoSize.MUNICIPALITY)
    assert len(groups) == 80
    assert sum(group.clients for group in groups) == 1400
    assert sum(group.staff for group in groups) == 690
    assert sum(group.alarm_only for group in groups) == 220
    assert set(Counter(group.clients for group in groups)) == {15, 16, 17, 18}
    assert {group.day_rounds for group in groups} == {2, 3}


@pytest.mark.parametrize(("size", "count"), [(DemoSize.GROUP, 1), (DemoSize.DISTRICT, 10)])
def test_smaller_demos_are_the_first_groups(size: DemoSize, count: int) -> None:
    assert group_sizes(size) == group_sizes(DemoSize.MUNICIPALITY)[:count]


def test_a_district_is_ten_groups() -> None:
    groups = group_sizes(DemoSize.MUNICIPALITY)
    assert Counter(group.district for group in groups) == {f"D{n}": 10 for n in range(1, 9)}
