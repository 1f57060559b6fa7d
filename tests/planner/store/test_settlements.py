"""Months are locked once; planned time that was handed over is never overwritten."""

from datetime import UTC, datetime

import pytest
from sqlalchemy import text

from planner.exchange.settlements import write_json
from planner.pay.model.month import Month
from planner.store import PlanStore, StoreError, StoreFault, open_store
from planner.usecases.lock_month import lock_month, publish_time
from planner.usecases.settle_month import settle_month
from tests.build.months import document, month_of, order, visit
from tests.build.morning import morning_case, morning_plan

NOW = datetime(2026, 4, 9, 8, 0, tzinfo=UTC)


def march(length: int = 30) -> Month:
    done = [visit("V1", "2026-03-10T08:00", length, "S1")]
    orders = [order(("S1", "meal", 30))]
    return month_of(document("upplands_bro", "2026-03", orders=orders, performed=done))


def locked(month: Month, store: PlanStore) -> tuple[int, bool]:
    return lock_month(month, settle_month(month), store, NOW)


def test_a_locked_month_never_changes(store: PlanStore) -> None:
    first = settle_month(march())
    assert locked(march(), store) == (1, True)
    assert locked(march(), store) == (1, False)
    with pytest.raises(StoreError) as caught:
        locked(march(45), store)
    assert (caught.value.code, caught.value.value) == (StoreFault.MONTH_LOCKED, "2026-03")
    with store.work() as work:
        assert work.settlements.get(first.key) == write_json(first).decode()
        assert list(work.settlements.all()) == [first.key]


def test_the_locked_month_gives_the_locked_settlement_again(store: PlanStore) -> None:
    locked(march(45), store)
    key = settle_month(march()).key
    with store.work() as work:
        again = settle_month(work.settlements.basis(key))
        assert write_json(again).decode() == work.settlements.get(key)


def test_another_unit_or_month_is_locked_by_itself(store: PlanStore) -> None:
    content = document("upplands_bro", "2026-03", clients=[])
    for change in ({}, {"unit": "north"}, {"provider": "P"}, {"month": "2026-04"}):
        assert locked(month_of({**content, **change}), store)[1]


def test_it_is_still_locked_for_the_next_program(url: str) -> None:
    first = open_store(url)
    locked(march(), first)
    first.close()
    second = open_store(url)
    with pytest.raises(StoreError, match="month_locked"):
        locked(march(45), second)
    second.close()


@pytest.mark.parametrize("table", ["settlements", "handed_over"])
@pytest.mark.parametrize("verb", ["DELETE FROM {}", "UPDATE {} SET number = 9"])
def test_nothing_of_it_can_be_changed(store: PlanStore, table: str, verb: str) -> None:
    locked(march(), store)
    publish_time(morning_case(), morning_plan(), store, reason="published", now=NOW)
    with pytest.raises(StoreError) as caught, store.work() as work:
        work.settlements._connection.execute(text(verb.format(table)))
    assert caught.value.code is StoreFault.REFUSED


def test_a_month_that_is_not_locked_is_unknown(store: PlanStore) -> None:
    key = settle_month(march()).key
    for ask in ("get", "basis"):
        with pytest.raises(StoreError, match="month_unknown"), store.work() as work:
            getattr(work.settlements, ask)(key)


def test_planned_time_is_handed_over_once(store: PlanStore) -> None:
    case, plan = morning_case(), morning_plan()
    rows = publish_time(case, plan, store, reason="published", now=NOW)
    assert rows
    assert publish_time(case, plan, store, reason="published", now=NOW) == ()
    fewer = plan.model_copy(update={"id": "plan-2", "rounds": plan.rounds[:1]})
    changed = publish_time(case, fewer, store, reason="sick", now=NOW)
    assert changed
    assert {row.key for row in changed} <= {row.key for row in rows}
    with store.work() as work:
        current = {row.key: row for row in work.planned_time.current(rows[0].day, rows[-1].day)}
        stored = work.settlements._connection.execute(
            text("SELECT plan, reason FROM handed_over ORDER BY number")
        ).all()
    assert {**{row.key: row for row in rows}, **{row.key: row for row in changed}} == current
    assert len(stored) == len(rows) + len(changed)
    assert tuple(stored[-1]) == ("plan-2", "sick")
