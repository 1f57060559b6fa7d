"""Every rule on and off: what it says is gone with it, to the scorer and to the solver."""

from collections import Counter
from collections.abc import Sequence

import pytest

from planner.model.findings import Level
from planner.model.instance import Instance
from planner.model.plan import Plan
from planner.rules.registry import RULES
from planner.rules.rule import Rule
from planner.score.reference import score
from solver.compile import compile_instance
from solver.encode import encode
from solver.exact import evaluate
from tests.build.law_run import STRUCTURAL
from tests.build.switches import SWITCHES


def solver_view(
    instance: Instance, plan: Plan, rules: Sequence[Rule]
) -> tuple[int, tuple[str, ...]]:
    """Return what ``plan`` costs and breaks in the problem that ``rules`` make of ``instance``."""
    compiled = compile_instance(instance, rules)
    start = encode(instance, compiled, plan)
    seen = evaluate(compiled.problem, start.rounds, start.moments)
    return seen.cost, seen.violations


def test_every_rule_has_a_case_of_its_own():
    assert {rule.id for rule in RULES} == SWITCHES.keys()


@pytest.mark.parametrize("rule", RULES, ids=lambda rule: rule.id)
def test_what_a_rule_finds_is_gone_when_it_is_switched_off(rule: Rule):
    instance, plan = SWITCHES[rule.id]()
    others = [row for row in RULES if row.id != rule.id]
    on, off = score(instance, plan), score(instance, plan, others)
    own = [row for row in on.findings if row.rule == rule.id]
    lawless = [row for row in on.faults if row.rule != rule.id]
    assert own
    assert all(row.level is rule.level for row in own)
    assert [row for row in on.findings if row.rule != rule.id] == list(off.findings)
    assert (on.cost - off.cost, lawless) == (sum(row.cost for row in own), list(off.faults))
    assert (on.cost > off.cost) == (rule.level is not Level.LAW)


@pytest.mark.parametrize(
    "rule", [rule for rule in RULES if rule.id not in STRUCTURAL], ids=lambda rule: rule.id
)
def test_a_solver_no_longer_minds_a_rule_that_is_switched_off(rule: Rule):
    instance, plan = SWITCHES[rule.id]()
    others = [row for row in RULES if row.id != rule.id]
    (dear, broken), (cheap, free) = (
        solver_view(instance, plan, rules) for rules in (RULES, others)
    )
    if rule.level is Level.LAW:
        assert Counter(broken) - Counter(free)
    else:
        assert cheap != dear


@pytest.mark.parametrize("rule", sorted(STRUCTURAL))
def test_a_rule_that_holds_by_structure_tells_a_solver_nothing(rule):
    (own,) = [row for row in RULES if row.id == rule]
    assert list(own.terms(SWITCHES[rule]()[0])) == []
