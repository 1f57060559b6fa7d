"""Planning a horizon with the real solver, rules, checker and store, on straight-line roads."""

from collections.abc import Iterator
from dataclasses import dataclass, replace
from pathlib import Path

import pytest

from planner.model.plan import Plan
from planner.ports import Budget
from planner.store import StoreError, StoreFault, open_store
from planner.store.location import address
from planner.usecases.plan_horizon import (
    Ports,
    ScoreDisagreementError,
    Step,
    keep,
    plan_horizon,
)
from planner.usecases.refusals import CaseRefused
from solver.engine import Engine, SystemClock
from tests.build.cases import small_case
from tests.build.ports import Register, StraightLines

BUDGET = Budget(iterations=20_000)


@pytest.fixture
def ports(tmp_path: Path) -> Iterator[Ports]:
    store = open_store(address(tmp_path / "plans.sqlite"))
    yield Ports(Engine(), StraightLines(), Register(), store, SystemClock())
    store.close()


def test_a_good_case_gives_a_plan_without_hard_faults(ports: Ports) -> None:
    outcome = plan_horizon(small_case(), ports, BUDGET, seed=1)
    assert outcome.hard == ()
    assert outcome.score.cost == outcome.plan.cost
    assert outcome.kpis.visits_placed == outcome.kpis.visits_total == 8
    assert outcome.seconds >= 0


def test_the_steps_are_announced_in_order(ports: Ports) -> None:
    heard: list[Step] = []
    plan_horizon(small_case(), ports, BUDGET, seed=1, announce=heard.append)
    assert heard == list(Step)


def test_the_observer_can_end_the_search(ports: Ports) -> None:
    many = Budget(iterations=10**9)
    outcome = plan_horizon(small_case(), ports, many, seed=1, observer=lambda _: False)
    assert outcome.plan.origin.iterations < 10**9
    assert outcome.hard == ()


def test_a_kept_plan_comes_back_with_its_figures(ports: Ports) -> None:
    outcome = plan_horizon(small_case(), ports, BUDGET, seed=1)
    assert keep(outcome, ports)
    assert not keep(outcome, ports), "the same plan is stored once"
    with ports.store.work() as work:  # type: ignore[attr-defined]  # the real store
        assert work.plans.get(outcome.plan.id) == outcome.plan
        figures = work.plans.figures(outcome.plan.id)
    assert figures["hard_faults"] == 0
    assert figures["visits_placed"] == 8
    assert figures["cost"] == outcome.plan.cost
    assert "worst_contact_client" not in figures


def test_nothing_is_searched_for_a_broken_case(ports: Ports) -> None:
    heard: list[Step] = []
    case = small_case(groups=())
    with pytest.raises(CaseRefused) as caught:
        plan_horizon(case, ports, BUDGET, seed=1, announce=heard.append)
    assert len(caught.value.faults) > 1
    assert heard == [Step.CHECK]


@dataclass(frozen=True)
class Boaster:
    """A solver that claims a better cost than its plan has."""

    engine: Engine

    def plan(self, instance, budget, *, seed, observer=None) -> Plan:
        plan = self.engine.plan(instance, budget, seed=seed, observer=observer)
        return plan.model_copy(update={"cost": plan.cost - 1})


def test_a_solver_that_boasts_is_found_out(ports: Ports) -> None:
    boasting = replace(ports, solver=Boaster(Engine()))
    with pytest.raises(ScoreDisagreementError) as caught:
        plan_horizon(small_case(), boasting, BUDGET, seed=1)
    assert caught.value.reference == caught.value.claimed + 1


@dataclass(frozen=True)
class Careless:
    """A solver that loses the first break of its plan."""

    engine: Engine

    def plan(self, instance, budget, *, seed, observer=None) -> Plan:
        plan = self.engine.plan(instance, budget, seed=seed, observer=observer)
        rounds = tuple(
            row.model_copy(update={"stops": tuple(s for s in row.stops if s.kind != "break")})
            for row in plan.rounds
        )
        return plan.model_copy(update={"rounds": rounds})


def test_what_a_careless_solver_breaks_is_a_hard_fault(ports: Ports) -> None:
    outcome = plan_horizon(small_case(), replace(ports, solver=Careless(Engine())), BUDGET, seed=1)
    assert "break_missing" in {finding.rule for finding in outcome.hard}


def test_a_store_that_fails_leaves_the_plan(ports: Ports) -> None:
    outcome = plan_horizon(small_case(), ports, BUDGET, seed=1)
    assert keep(outcome, ports)
    dearer = replace(outcome, plan=outcome.plan.model_copy(update={"cost": 0}))
    with pytest.raises(StoreError) as caught:
        keep(dearer, ports)
    assert caught.value.code is StoreFault.PLAN_EXISTS
