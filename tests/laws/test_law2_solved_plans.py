"""Law 2: a plan that the solver returns has no hard fault, or says what is open and why."""

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from planner.calendar.clock import moment
from planner.calendar.demand import expand
from planner.checker import Code, check_plan
from planner.model.case import Case, ClientAbsence
from planner.model.findings import Finding, Level
from planner.model.plan import Plan
from planner.model.units import Instant
from planner.ports import Budget
from solver.engine import Engine
from tests.build.cases import cases, instance_of, small_case
from tests.build.doors import door_cases

BUDGET = Budget(iterations=4000)
SOME = cases(max_shifts=3, max_visits=10, max_days=2)


def solved(case: Case, seed: int) -> tuple[Plan, tuple[Finding, ...]]:
    """Return the plan for ``case`` and its hard faults."""
    instance = instance_of(case)
    plan = Engine().plan(instance, BUDGET, seed=seed)
    findings = check_plan(case, plan, instance.travel)
    return plan, tuple(finding for finding in findings if finding.level is Level.LAW)


@settings(deadline=None)
@given(door_cases(SOME) | SOME, st.integers(0, 1000))
def test_solved_plans_have_no_hard_fault(case: Case, seed: int):
    assert solved(case, seed)[1] == ()


@settings(deadline=None)
@given(cases(max_shifts=2, max_visits=8), st.integers(0, 1000), st.data())
def test_nobody_is_visited_while_away(case: Case, seed: int, data: st.DataObject):
    visits = expand(case).visits
    visit = data.draw(st.sampled_from(visits))
    leaves = visit.window.earliest + 60 * data.draw(st.integers(-120, 120))
    absence = ClientAbsence(
        client=visit.client, start=moment(Instant(leaves)), end=moment(Instant(leaves + 3600))
    )
    away = case.model_copy(update={"pins": (), "client_absences": (absence,)})
    assert solved(away, seed)[1] == ()


@pytest.mark.parametrize("seed", range(3))
def test_small_case_is_solved_whole(seed: int):
    plan, faults = solved(small_case(), seed)
    assert (plan.unplaced, faults) == ((), ())


def test_what_nobody_may_do_is_open_with_a_reason():
    staff = tuple(one.model_copy(update={"delegations": ()}) for one in small_case().caregivers)
    case = small_case(caregivers=staff)
    plan, faults = solved(case, seed=1)
    assert faults == ()
    assert {row.visit.partition(":")[0] for row in plan.unplaced} == {"C2"}
    assert all(row.blocked for row in plan.unplaced)
    remarks = [one.rule for one in check_plan(case, plan, instance_of(case).travel)]
    assert remarks.count(Code.UNPLACED) == len(plan.unplaced) == 2
