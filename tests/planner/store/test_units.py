"""Key figures of teams, districts and whole municipalities over time."""

from datetime import UTC, datetime, timedelta

import pytest
from sqlalchemy import text

from planner.store import StoreError, open_store
from planner.store.location import address
from tests.build.cases import instance_of, small_case
from tests.build.plans import small_plan

NOW = datetime(2026, 3, 1, 1, tzinfo=UTC)
SINCE = NOW - timedelta(weeks=8)


@pytest.fixture
def store(tmp_path):
    opened = open_store(address(tmp_path / "plans.sqlite"))
    yield opened
    opened.close()


def kept(store, unit, teams, name="plan"):
    case = small_case(id=unit)
    plan = small_plan(case, instance_of(case).travel)
    plan = plan.model_copy(update={"id": f"{unit} {name}", "created": NOW})
    return store.save(case, plan, {"contact_share": 0.5}, NOW, teams)


def history(store):
    with store.work() as work:
        return {(row.unit, row.name): row.value for row in work.pasts.history(SINCE)}


def sums(share):
    return {"by_contact": share * 10, "counted": 10.0}


def test_teams_and_the_municipality_have_figures_beside_the_districts(store):
    kept(store, "Lund/D1", {"Lund/D1/G1": sums(0.2), "Lund/D1/G2": sums(0.4)})
    kept(store, "Lund/D2", {"Lund/D2/G3": sums(0.6)})
    assert history(store) == {
        ("Lund/D1", "contact_share"): 0.5,
        ("Lund/D2", "contact_share"): 0.5,
        ("Lund/D1/G1", "contact_share"): pytest.approx(0.2),
        ("Lund/D1/G2", "contact_share"): pytest.approx(0.4),
        ("Lund/D2/G3", "contact_share"): pytest.approx(0.6),
        ("Lund", "contact_share"): pytest.approx(0.4),
    }


def test_the_last_plan_for_a_day_counts(store):
    kept(store, "Lund/D1", {"Lund/D1/G1": {**sums(0.2), "paid": 5.0, "travel": 1.0}})
    kept(store, "Lund/D1", {"Lund/D1/G1": sums(0.8)}, "later")
    found = history(store)
    assert found["Lund", "contact_share"] == pytest.approx(0.8)
    assert ("Lund", "travel_share") not in found


def test_a_plan_that_is_there_already_adds_nothing(store):
    assert kept(store, "Lund/D1", {"Lund/D1/G1": sums(0.2)})
    assert not kept(store, "Lund/D1", {"Lund/D1/G1": sums(0.9)})
    assert history(store)["Lund/D1/G1", "contact_share"] == pytest.approx(0.2)


@pytest.mark.parametrize("change", ["UPDATE unit_sums SET value = 1", "DELETE FROM unit_sums"])
def test_sums_are_never_changed(store, change):
    kept(store, "Lund/D1", {"Lund/D1/G1": sums(0.2)})
    with pytest.raises(StoreError, match="store_refused"), store.work() as work:
        work.pasts._connection.execute(text(change))
