"""Which plan speaks for whom on which day."""

from datetime import timedelta

from planner.model.case import Horizon
from planner.published.days import published_days, speaking
from planner.published.ports import NothingPublished, PublishedPlan
from tests.build.cases import instance_of, small_case
from tests.build.parts import DAY
from tests.build.plans import change_stop, moved, small_plan
from tests.build.published import Shelf
from tests.build.small import EVENING

TUESDAY, SUNDAY = DAY + timedelta(days=1), DAY - timedelta(days=1)
PLACE = "Göteborg"


def row(plan, unit="D1", first=DAY, days=14):
    return PublishedPlan(plan, unit, first, days)


def test_the_newest_plan_of_a_unit_speaks_for_its_days():
    rows = [row("new", first=TUESDAY), row("old"), row("other", unit="D2")]
    assert speaking(rows, [DAY, TUESDAY]) == {
        "new": (TUESDAY,),
        "old": (DAY,),
        "other": (DAY, TUESDAY),
    }


def test_a_plan_that_is_outdone_on_all_days_is_not_read():
    assert list(speaking([row("new"), row("old")], [DAY, TUESDAY])) == ["new"]


def small_published(shelf, change=None, case=None, unit=""):
    given = case or small_case()
    instance = instance_of(given)
    plan = small_plan(small_case(), instance.travel)
    shelf.publish(plan if change is None else change(plan), given, unit)
    return plan


def test_the_rounds_of_the_asked_days_are_found():
    shelf = Shelf()
    plan = small_published(shelf)
    found = published_days(PLACE, shelf, [SUNDAY, DAY])
    assert found.rounds == tuple(sorted(plan.rounds, key=lambda row: row.shift))
    assert set(found.visits) == {v.id for v in instance_of(small_case()).demand.visits}
    assert published_days(PLACE, shelf, [TUESDAY]).rounds == ()
    assert published_days("Elsewhere", shelf, [DAY]).rounds == ()


def test_a_newer_plan_of_a_part_speaks_for_its_clients_only():
    shelf = Shelf()
    small_published(shelf)
    part = small_case(
        clients=tuple(row for row in small_case().clients if row.id == "C4"),
        orders=tuple(row for row in small_case().orders if row.client == "C4"),
    )
    small_published(shelf, lambda plan: change_stop(plan, EVENING, moved(5)), part, "part")
    found = published_days(PLACE, shelf, [DAY])
    evening = next(row for row in found.rounds if row.shift == "T3")
    start = {stop.id: stop.start for stop in evening.stops}[EVENING]
    assert (
        start
        == {stop.id: stop.start for row in shelf.rows[0][1].rounds for stop in row.stops}[EVENING]
    )
    assert [stop.id for row in found.rounds for stop in row.stops].count(EVENING) == 1


def test_a_longer_plan_is_read_for_the_days_asked():
    shelf = Shelf()
    longer = small_case(horizon=Horizon(first=SUNDAY, days=3))
    small_published(shelf, case=longer)
    found = published_days(PLACE, shelf, [DAY])
    assert {visit.day for visit in found.visits.values()} == {DAY}


def test_without_days_or_plans_there_is_nothing():
    assert published_days(PLACE, NothingPublished(), [DAY]).rounds == ()
    assert published_days(PLACE, Shelf(), []).rounds == ()
