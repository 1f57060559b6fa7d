"""Publishing: a version of its own, planned time handed over once, nothing overwritten."""

from collections.abc import Iterator
from datetime import UTC, datetime
from pathlib import Path

import pytest

from planner.model.plan import Plan, PlanStatus
from planner.store import PlanStore, StoreError, open_store
from planner.store.location import address
from planner.usecases.publish import HardFaultsError, publish
from solver.identity import with_id
from tests.build.morning import morning_case, morning_plan

NOW = datetime(2026, 11, 23, 6, 45, tzinfo=UTC)


@pytest.fixture
def store(tmp_path: Path) -> Iterator[PlanStore]:
    opened = open_store(address(tmp_path / "plans.sqlite"))
    yield opened
    opened.close()


@pytest.fixture
def proposal(store: PlanStore) -> Plan:
    plan = with_id(morning_plan("draft"))
    store.save(morning_case(), plan, {"hard_faults": 0.0, "contact_share": 0.5}, NOW)
    return plan


def test_a_published_version_has_its_proposal_as_parent(store: PlanStore, proposal: Plan) -> None:
    done = publish(proposal.id, store, identify=with_id, reason="published", now=NOW)
    assert done.plan.status is PlanStatus.PUBLISHED
    assert done.plan.parent == proposal.id
    assert done.plan.rounds == proposal.rounds
    with store.work() as work:
        assert work.plans.get(done.plan.id) == done.plan
        assert work.plans.get(proposal.id).status is PlanStatus.PROPOSED
        assert work.plans.figures(done.plan.id)["contact_share"] == 0.5
        statuses = [row.status for row in work.pasts.plans(10)]
    assert statuses == ["published", "proposed"]


def test_planned_time_is_handed_over_with_it(store: PlanStore, proposal: Plan) -> None:
    done = publish(proposal.id, store, identify=with_id, reason="published", now=NOW)
    assert done.rows
    days = sorted(row.day for row in done.rows)
    with store.work() as work:
        assert work.planned_time.current(days[0], days[-1]) == done.rows


def test_publishing_again_changes_nothing(store: PlanStore, proposal: Plan) -> None:
    first = publish(proposal.id, store, identify=with_id, reason="published", now=NOW)
    again = publish(proposal.id, store, identify=with_id, reason="published", now=NOW)
    same = publish(first.plan.id, store, identify=with_id, reason="published", now=NOW)
    assert again.plan.id == same.plan.id == first.plan.id
    assert again.rows == same.rows == ()
    with store.work() as work:
        assert len(work.plans.all()) == 2


def test_a_plan_with_hard_faults_is_refused_and_nothing_is_stored(store: PlanStore) -> None:
    plan = with_id(morning_plan("bad"))
    store.save(morning_case(), plan, {"hard_faults": 2.0}, NOW)
    with pytest.raises(HardFaultsError, match="2 hard faults"):
        publish(plan.id, store, identify=with_id, reason="published", now=NOW)
    with store.work() as work:
        assert len(work.plans.all()) == 1


def test_an_unknown_plan_is_named(store: PlanStore) -> None:
    with pytest.raises(StoreError, match="nobody"):
        publish("nobody", store, identify=with_id, reason="published", now=NOW)
