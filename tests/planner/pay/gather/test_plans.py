"""Published plans give a month its planned visits; what documents say goes before them."""

from datetime import timedelta
from typing import Any

from planner.model.plan import Plan
from planner.pay.forecast.from_plan import planned_visits
from planner.pay.gather.join import Joined, join
from planner.pay.gather.plans import with_plans
from planner.pay.settlement import MonthKey
from planner.usecases.settle_month import settle_month
from tests.build.months import document, month_of, order, visit
from tests.build.morning import DAY, morning_case, morning_plan

KEY = MonthKey("lund", "", "", "2026-11")
CASE = morning_case()


def documents(**lists: Any) -> Joined:
    return join(KEY, [month_of(document("lund", "2026-11", **lists))])


def planned(found: Joined) -> set[str]:
    return {row.id for row in found.month.planned}


def whole(plan: Plan) -> set[str]:
    return {row.id for row in planned_visits(CASE, plan)}


def without_first_round() -> Plan:
    plan = morning_plan("later")
    return plan.model_copy(update={"rounds": plan.rounds[1:]})


def test_a_plan_gives_visits_clients_and_orders() -> None:
    plan = morning_plan()
    found = with_plans(KEY, join(KEY, []), [(plan, CASE)])
    assert planned(found) == whole(plan)
    assert found.faults == ()
    assert {row.id for row in found.month.clients} == {row.id for row in CASE.clients}
    assert {row.id for row in found.month.orders} == {row.id for row in CASE.orders}
    assert found.month.meals == (), "planned boxes are not delivered ones"
    assert not [row for row in settle_month(found.month).faults if row.severity == "error"]


def test_the_plan_published_last_counts_also_for_what_it_leaves_out() -> None:
    first, later = morning_plan(), without_first_round()
    assert whole(later) < whole(first)
    found = with_plans(KEY, join(KEY, []), [(first, CASE), (later, CASE)])
    assert planned(found) == whole(later)
    again = with_plans(KEY, join(KEY, []), [(later, CASE), (first, CASE)])
    assert planned(again) == whole(first)


def test_a_later_plan_without_any_visit_takes_all_away() -> None:
    empty = morning_plan("later").model_copy(update={"rounds": ()})
    found = with_plans(KEY, join(KEY, []), [(morning_plan(), CASE), (empty, CASE)])
    assert planned(found) == set()


def test_another_days_plan_takes_nothing_away() -> None:
    horizon = CASE.horizon.model_copy(update={"first": DAY + timedelta(days=1)})
    tomorrow = CASE.model_copy(update={"horizon": horizon})
    empty = morning_plan("tomorrow").model_copy(update={"rounds": ()})
    found = with_plans(KEY, join(KEY, []), [(morning_plan(), CASE), (empty, tomorrow)])
    assert planned(found) == whole(morning_plan())


def test_planned_visits_of_documents_go_before_and_it_is_told() -> None:
    own = visit("P1", f"{DAY}T08:00", 30, "S9")
    ordered = [order(("S9", "meal", 30)) | {"id": "O9"}]
    found = with_plans(KEY, documents(planned=[own], orders=ordered), [(morning_plan(), CASE)])
    mine = {row.id for row in planned_visits(CASE, morning_plan()) if row.client == "C1"}
    assert mine
    assert planned(found) == (whole(morning_plan()) - mine) | {"P1"}
    (told,) = found.faults
    assert (told.code, told.parameters["visits"]) == ("plan_gives_way", len(mine))


def test_orders_of_documents_go_before_those_of_the_case() -> None:
    first = CASE.orders[0]
    services = [
        {"id": row.id, "kind": row.kind, "grant": {"time": 60, "per": "visit"}}
        for row in first.services
    ]
    mine = {"id": "DOC", "client": first.client, "start": "2026-01-01", "services": services}
    found = with_plans(KEY, documents(orders=[mine]), [(morning_plan(), CASE)])
    ids = [part.id for row in found.month.orders for part in row.services]
    assert len(ids) == len(set(ids))
    assert "DOC" in {row.id for row in found.month.orders}


def test_orders_to_another_provider_are_not_ours() -> None:
    theirs = CASE.orders[0].model_copy(update={"provider": "P2"})
    case = CASE.model_copy(update={"orders": (theirs, *CASE.orders[1:])})
    key = MonthKey("lund", "LUND", "", "2026-11")
    found = with_plans(key, join(key, []), [(morning_plan(), case)])
    strange = {row.id for row in theirs.services}
    assert not [row for row in found.month.planned if strange & set(row.services)]
    assert theirs.id not in {row.id for row in found.month.orders}
