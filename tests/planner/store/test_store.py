"""Cases once, plan versions for ever, all or nothing."""

from datetime import UTC, datetime, timedelta, timezone

import pytest
from sqlalchemy import text

from planner.store import PlanStore, StoreError, StoreFault, open_store
from planner.store.documents import digest_of, text_of
from tests.build.morning import morning_case, morning_plan

NOW = datetime(2026, 11, 22, 21, 0, tzinfo=UTC)
FIGURES = {"contact_share": 0.25, "travel_seconds": 1200.0}


def test_what_was_saved_comes_back_the_same(store: PlanStore) -> None:
    case, plan = morning_case(), morning_plan()
    store.save(case, plan, FIGURES, NOW)
    with store.work() as work:
        assert work.plans.get("plan-1") == plan
        assert work.cases.get(digest_of(text_of(case))) == case
        assert work.plans.figures("plan-1") == FIGURES


def test_it_is_still_there_for_the_next_program(url: str) -> None:
    first = open_store(url)
    first.save(morning_case(), morning_plan(), {}, NOW)
    first.close()
    second = open_store(url)
    with second.work() as work:
        assert [row.id for row in work.plans.all()] == ["plan-1"]
    second.close()


def test_a_case_is_stored_once(store: PlanStore) -> None:
    store.save(morning_case(), morning_plan("a"), {}, NOW)
    store.save(morning_case(), morning_plan("b", parent="a"), {}, NOW)
    with store.work() as work:
        rows = work.plans.all()
    assert [(row.id, row.parent) for row in rows] == [("a", None), ("b", "a")]
    assert rows[0].case_digest == rows[1].case_digest


def test_another_case_gets_another_digest(store: PlanStore) -> None:
    other = morning_case().model_copy(update={"winter": True})
    store.save(morning_case(), morning_plan("a"), {}, NOW)
    store.save(other, morning_plan("b"), {}, NOW)
    with store.work() as work:
        rows = work.plans.all()
        assert work.cases.get(rows[1].case_digest) == other
    assert rows[0].case_digest != rows[1].case_digest


def test_moments_are_kept_in_utc(store: PlanStore) -> None:
    summer = datetime(2026, 7, 1, 0, 30, tzinfo=timezone(timedelta(hours=2)))
    store.save(morning_case(), morning_plan().model_copy(update={"created": summer}), {}, NOW)
    with store.work() as work:
        created = work.plans.all()[0].created
    assert created == summer
    assert created.utcoffset() == timedelta(0)


def fault_of(store: PlanStore, identifier: str, parent: str | None = None) -> StoreFault:
    with pytest.raises(StoreError) as caught:
        store.save(morning_case(), morning_plan(identifier, parent), FIGURES, NOW)
    return caught.value.code


def test_the_same_plan_made_again_is_stored_once(store: PlanStore) -> None:
    later = morning_plan().model_copy(update={"created": NOW})
    assert store.save(morning_case(), morning_plan(), FIGURES, NOW)
    assert not store.save(morning_case(), later, FIGURES, NOW)
    with store.work() as work:
        assert len(work.plans.all()) == 1
        assert work.plans.get("plan-1") == morning_plan()


def test_another_plan_cannot_take_its_identifier(store: PlanStore) -> None:
    store.save(morning_case(), morning_plan(), FIGURES, NOW)
    dearer = morning_plan().model_copy(update={"cost": 9001})
    with pytest.raises(StoreError) as caught:
        store.save(morning_case(), dearer, FIGURES, NOW)
    assert caught.value.code is StoreFault.PLAN_EXISTS


def test_a_parent_must_be_there_and_nothing_is_left_behind(store: PlanStore) -> None:
    assert fault_of(store, "child", "nobody") is StoreFault.PLAN_UNKNOWN
    with store.work() as work:
        assert work.plans.all() == ()
        with pytest.raises(StoreError) as caught:
            work.cases.get(digest_of(text_of(morning_case())))
    assert caught.value.code is StoreFault.CASE_UNKNOWN


def test_an_unknown_plan_is_named(store: PlanStore) -> None:
    with store.work() as work, pytest.raises(StoreError, match="plan_unknown: plan-9"):
        work.plans.get("plan-9")


def execute_past_the_repositories(store: PlanStore, statement: str) -> None:
    with store.work() as work:
        work.plans._connection.execute(text(statement))


@pytest.mark.parametrize("table", ["cases", "plans", "figures"])
@pytest.mark.parametrize("statement", ["DELETE FROM {}", "UPDATE {} SET {}"])
def test_the_database_itself_refuses_changes(store: PlanStore, table: str, statement: str) -> None:
    store.save(morning_case(), morning_plan(), FIGURES, NOW)
    column = {"cases": "days = 3", "plans": "cost = 0", "figures": "value = 0"}[table]
    with pytest.raises(StoreError) as caught:
        execute_past_the_repositories(store, statement.format(table, column))
    assert caught.value.code is StoreFault.REFUSED
    with store.work() as work:
        assert work.plans.get("plan-1") == morning_plan()
        assert work.plans.figures("plan-1") == FIGURES
