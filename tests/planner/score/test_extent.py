from planner.model.case import Case
from planner.score.extent import delivered_share, extents
from tests.build.cases import small_case
from tests.build.small import DOUBLE, SECOND_MEDICINE, small, with_case, without


def granted(case: Case, seconds: int) -> Case:
    """Return ``case`` with ``seconds`` a day granted in every order."""
    rows = (row.model_copy(update={"granted_time": 7 * seconds}) for row in case.orders)
    return case.model_copy(update={"orders": tuple(rows)})


def test_an_open_visit_is_missing_from_what_was_granted():
    instance, plan = small()
    orders = granted(small_case(), 1800).orders
    instance = with_case(instance, orders=orders)
    assert [row.short for row in extents(instance, plan)] == [0, 0, 0, 0]
    assert delivered_share(instance, plan) == 1
    less = without(plan, SECOND_MEDICINE)
    (_, pills, *_) = extents(instance, less)
    assert (pills.granted, pills.asked, pills.placed, pills.short) == (1800, 1800, 900, 900)
    assert delivered_share(instance, less) == 6300 / 7200


def test_half_a_double_staffed_visit_gives_nothing():
    instance, plan = small()
    washed, *_ = extents(instance, without(plan, DOUBLE, 2))
    assert (washed.asked, washed.placed) == (2700, 0)


def test_without_granted_time_there_is_no_share():
    instance, plan = small()
    assert delivered_share(instance, plan) is None
