"""What is double staffing, what is not, and what the second caregiver does next (U69-U76)."""

import pytest

from planner.calendar.demand import expand
from planner.model.orders import DoublePart, ServiceKind
from planner.rules.reading import instant
from planner.score.reference import score
from tests.build.cases import instance_of
from tests.build.homes import WIDE, at_home, one_home, planned
from tests.build.parts import DAY, HOUR, MINUTE, double, order, second, service
from tests.build.plans import Call, at, plan_of, round_of
from tests.build.small import find

WASH, CLEAN = f"C1:{DAY.isoformat()}:morning", f"C1:{DAY.isoformat()}:morning.S2"


def granted(*services, in_text=False):
    row = order("O1", "C1", *services, double_in_text=in_text)
    return one_home(orders=(row,))


@pytest.mark.parametrize("kind", [ServiceKind.CLEANING, ServiceKind.OTHER])
def test_two_who_split_the_work_need_half_the_time(kind):
    split = at_home("S2", kind, duration=61, double=double(DoublePart.SPLIT))
    both = expand(granted(service("S1", window=WIDE), split)).visits
    cleaning = next(visit for visit in both if visit.id == CLEAN)
    assert (cleaning.duration, cleaning.second) == (31, second(0, 31))
    assert len(both) == 2


def test_a_companion_is_there_all_the_time_without_a_word_in_the_order():
    wash = service("S1", window=WIDE, double=double(DoublePart.COMPANION))
    (visit,) = expand(granted(wash)).visits
    assert (visit.duration, visit.second) == (HOUR // 2, second(0, HOUR // 2))


def test_double_staffing_needs_a_word_in_the_order():
    wash = service("S1", window=WIDE, double=double())
    assert expand(granted(wash)).visits[0].second is None
    assert expand(granted(wash, in_text=True)).visits[0].second == second(0, HOUR // 2)


def test_the_second_goes_on_with_another_service_while_the_first_stays():
    wash = service("S1", window=WIDE, double=double(DoublePart.FIRST, 15))
    clean = at_home("S2", ServiceKind.CLEANING, alone=True)
    case = granted(wash, clean, in_text=True)
    instance = instance_of(case)
    travel = instance.travel
    rows = (
        round_of(case, travel, "T1", Call(WASH, "9:00", 30, "P1")),
        round_of(
            case,
            travel,
            "T2",
            Call(WASH, "9:00", 15, "P1", seat=2),
            Call(CLEAN, "9:15", 30, "P1"),
        ),
    )
    plan = plan_of(case, *rows)
    stops = plan.rounds[1].stops
    assert stops[1].travel == 0
    assert instant(stops[1].start) < instant(find(plan, WASH)[0].end)
    told = {row.parameters["code"] for row in score(instance, plan).faults}
    assert told == {"missing", "stretch", "arrival"}


def test_the_search_places_both_parts():
    wash = service("S1", window=WIDE, double=double(DoublePart.LAST, 10))
    instance, plan = planned(granted(wash, in_text=True))
    first, second_ = find(plan, WASH)[0], find(plan, WASH, 2)[0]
    assert instant(second_.start) - instant(first.start) == 20 * MINUTE
    assert score(instance, plan).faults == ()
    assert instant(at("7:30")) <= instant(first.start)
