from dataclasses import replace
from datetime import timedelta

import pytest

from planner.model.alarm import AlarmService
from planner.model.case import Provider
from planner.model.clients import Lock
from planner.model.instance import Instance
from planner.model.places import TravelMode
from planner.model.plan import Plan
from planner.model.units import ActivityId, ProviderId
from planner.model.visits import Seat
from planner.rules.ids import RuleId
from planner.rules.reading import instant
from planner.rules.terms import CoverOverTime, Hold
from tests.build.cases import instance_of, small_case
from tests.build.judging import cost, found, terms
from tests.build.parts import DAY, HOUR, MINUTE, clock, provider, shift
from tests.build.plans import Call, at, plan_of, round_of, small_plan
from tests.build.small import road, with_case, with_client

LIMIT = 30 * MINUTE


def gaps(instance: Instance, plan: Plan) -> list[tuple[int, int]]:
    """Return from when to when somebody is out of reach, in seconds after midnight."""
    midnight = instant(at("0:00"))
    rows = found(RuleId.ALARM_REACH, instance, plan)
    return [
        (int(str(row.parameters["start"])) - midnight, int(str(row.parameters["end"])) - midnight)
        for row in rows
    ]


def with_alarm(instance: Instance, **changes: object) -> Instance:
    """Return ``instance`` with a provider who answers alarms by ``changes``."""
    return with_case(instance, providers=(provider(alarm=AlarmService.model_validate(changes)),))


def alone(**changes: object) -> tuple[Instance, Plan]:
    """Return a day on which one caregiver, by car, drives nowhere; C1's alarm is answered."""
    row = shift("T1", "A1", **({"start": clock("7:00"), "end": clock("22:00")} | changes))
    case = small_case(
        shifts=(row.model_copy(update={"breaks": ()}),), providers=(provider(),), orders=()
    )
    instance = instance_of(case.model_copy(update={"meal_deliveries": ()}))
    return instance, plan_of(case, round_of(case, instance.travel, "T1"))


def test_a_break_is_waited_for_and_an_interruptible_visit_is_left():
    """In the evening A3 is alone: C1 waits for the end of the break and for the road."""
    case = small_case(providers=(provider(),))
    instance = instance_of(case)
    plan = small_plan(case, instance.travel)
    way = road(instance, TravelMode.CAR, "OFFICE", "P1")
    rest = 17 * HOUR + 45 * MINUTE
    help_ = 19 * HOUR
    home = road(instance, TravelMode.CAR, "P4", "P1")
    assert gaps(instance, plan) == [(rest, rest + way), (help_, help_ + home)]
    weight = instance.case.weights.uncovered_alarm
    assert cost(RuleId.ALARM_REACH, instance, plan) == (way + home) * weight > 0
    (evening,) = [row for row in instance.demand.visits if row.client == "C4" and not row.boxes]
    visits = tuple(
        replace(row, uninterruptible=row.uninterruptible and row != evening)
        for row in instance.demand.visits
    )
    left = Instance(case, replace(instance.demand, visits=visits), instance.travel)
    assert gaps(left, plan) == [(rest, rest + way)]


def test_the_road_to_the_next_stop_comes_first():
    instance, plan = alone()
    there, back = (
        road(instance, TravelMode.CAR, one, two) for one, two in (("OFFICE", "P1"), ("P1", "P1"))
    )
    far = with_client(instance, "C1", alarm_limit=there - 1)
    assert gaps(far, plan) == [(7 * HOUR, 22 * HOUR)]
    assert gaps(with_client(instance, "C1", alarm_limit=there), plan) == []
    assert back == 0


@pytest.mark.parametrize("lock", [Lock.KEY, Lock.CLIENT_OPENS])
def test_a_key_is_fetched_at_the_office(lock: Lock):
    case = small_case(providers=(provider(),))
    instance = with_client(instance_of(case), "C1", lock=lock)
    plan = small_plan(case, instance.travel)
    ways = [road(instance, TravelMode.CAR, *way) for way in (("P4", "OFFICE"), ("OFFICE", "P1"))]
    help_ = 19 * HOUR
    assert gaps(instance, plan)[-1] == (help_, help_ + sum(ways))
    near = with_client(instance, "C1", lock=lock, key_place="P4")
    home = road(instance, TravelMode.CAR, "P4", "P1")
    assert gaps(near, plan)[-1] == (help_, help_ + home)


def test_calls_count_while_the_provider_is_open_and_not_for_the_night_patrol():
    instance, plan = alone(start=clock("8:00"), end=clock("21:00"))
    opens, closes = (7 * HOUR, 8 * HOUR), (21 * HOUR, 22 * HOUR)
    assert gaps(instance, plan) == [opens, closes]
    assert gaps(with_alarm(instance, night_patrol=HOUR), plan) == [opens]
    assert gaps(with_alarm(instance, opens=clock("8:00"), closes=clock("21:30")), plan) == [
        (21 * HOUR, 21 * HOUR + 30 * MINUTE)
    ]


def test_nobody_answers_outside_the_shift_whatever_the_round_says():
    instance, _ = alone(start=clock("8:00"), end=clock("12:00"))
    case = instance.case
    early, late = Call("A", "7:30", 60, "P1"), Call("B", "11:30", 60, "P1")
    plan = plan_of(case, round_of(case, instance.travel, "T1", early, late))
    assert gaps(instance, plan) == [(7 * HOUR, 8 * HOUR), (12 * HOUR, 22 * HOUR)]


def test_late_calls_are_answered_within_the_overtime():
    instance, plan = alone()
    way = road(instance, TravelMode.CAR, "OFFICE", "P1")
    assert gaps(instance, plan) == []
    strict = with_alarm(instance, overtime=15 * MINUTE, visit=15 * MINUTE)
    assert gaps(strict, plan) == [(22 * HOUR - way + 1, 22 * HOUR)]


def test_an_absent_client_and_alarms_of_somebody_else_need_nobody():
    instance, plan = alone(end=clock("12:00"))
    assert gaps(instance, plan) == [(12 * HOUR, 22 * HOUR)]
    away = {"client": "C1", "start": at("13:00"), "end": at("15:00", DAY + timedelta(days=1))}
    assert gaps(with_case(instance, client_absences=(away,)), plan) == [(12 * HOUR, 13 * HOUR)]
    others = with_case(instance, providers=(provider(answers_alarms=False),))
    assert gaps(others, plan) == [] == terms(RuleId.ALARM_REACH, others)
    assert gaps(with_client(instance, "C1", alarm=False), plan) == []


def test_only_the_duty_list_of_the_provider_answers():
    instance, plan = alone()
    assert gaps(instance, plan) == []
    whole = [(7 * HOUR, 22 * HOUR)]
    off = [row.model_copy(update={"alarm_duty": False}) for row in instance.case.shifts]
    assert gaps(with_case(instance, shifts=tuple(off)), plan) == whole
    other = Provider(id=ProviderId("OTHER"), municipality="Göteborg")
    groups = [row.model_copy(update={"provider": "OTHER"}) for row in instance.case.groups]
    both = with_case(instance, providers=(provider(), other), groups=tuple(groups))
    assert gaps(both, plan) == whole
    own = [row.model_copy(update={"provider": "HEMTJANST"}) for row in instance.case.groups]
    assert gaps(with_case(both, groups=tuple(own)), plan) == []


def test_a_solver_hears_who_covers_whom_and_what_is_held():
    instance = instance_of(small_case(providers=(provider(),)))
    said = terms(RuleId.ALARM_REACH, instance)
    held = {term.task for term in said if isinstance(term, Hold)}
    evening = next(row.id for row in instance.demand.visits if row.uninterruptible)
    assert held == {Seat(evening), *(ActivityId(f"T{n}:break:1") for n in (1, 2, 3))}
    (cover,) = [term for term in said if isinstance(term, CoverOverTime)]
    assert (cover.client, cover.place, cover.key, cover.limit) == ("C1", "P1", None, LIMIT)
    assert (cover.span.earliest, cover.span.latest) == tuple(
        map(instant, (at("7:00"), at("22:00")))
    )
    assert cover.until == {shift: turn.end + 30 * MINUTE for shift, turn in instance.turns.items()}
