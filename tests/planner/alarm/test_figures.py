from planner.alarm.figures import Alarms, alarms_of
from planner.alarm.reach import reach_of
from planner.model.places import TravelMode
from planner.model.units import Seconds
from planner.rules.reading import instant
from planner.score.kpi import measure
from tests.build.cases import instance_of, small_case
from tests.build.parts import MINUTE, client, provider
from tests.build.plans import at, small_plan
from tests.build.small import road, with_client


def test_the_worst_call_of_each_client_and_of_the_day():
    case = small_case(providers=(provider(),))
    instance = instance_of(case)
    plan = small_plan(case, instance.travel)
    ways = [road(instance, TravelMode.CAR, one, "P1") for one in ("OFFICE", "P4")]
    (row,) = reach_of(instance, plan)
    starts = [instant(at(wall)) for wall in ("17:45", "19:00")]
    slowest = max(zip(ways, starts, strict=True), key=lambda pair: pair[0])
    assert (row.worst, row.worst_at) == (30 * MINUTE + slowest[0], slowest[1])
    assert row.uncovered == sum(ways)
    figures = measure(instance, plan)
    assert (figures.alarm_clients, figures.alarm_uncovered) == (1, sum(ways))
    assert (figures.worst_alarm, figures.worst_alarm_client) == (row.worst, "C1")
    assert figures.worst_alarm_at == row.worst_at


def test_nobody_on_duty_is_worse_than_any_time():
    case = small_case(clients=(*small_case().clients, client("C0", "P3", alarm=True)))
    instance = instance_of(case)
    plan = small_plan(case, instance.travel)
    evening = plan.model_copy(update={"rounds": plan.rounds[2:]})
    figures = alarms_of(instance, evening)
    assert (figures.worst, figures.worst_client) == (None, "C0")
    assert figures.worst_at == instant(at("7:00"))
    assert figures.uncovered >= 2 * 8 * 3600


def test_without_alarms_there_is_nothing_to_say():
    instance = with_client(instance_of(small_case()), "C1", alarm=False)
    plan = small_plan(instance.case, instance.travel)
    assert alarms_of(instance, plan) == Alarms(0, Seconds(0), None, None, None)
