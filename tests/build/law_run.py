"""Law 1 over many generated cases, and which rules and kinds of terms had a say in them."""

from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass, field
from datetime import timedelta

from hypothesis import HealthCheck, Phase, given, settings
from hypothesis import seed as seeded
from hypothesis import strategies as st

from planner.model.case import Case
from planner.model.instance import Instance
from planner.model.plan import Plan, Round
from planner.rules.ids import RuleId
from planner.rules.registry import RULES
from solver.compile import COMPILERS
from tests.build.cases import instance_of
from tests.build.law_cases import strata
from tests.build.rough import rough_plan
from tests.build.small import with_rounds
from tests.build.two_scores import Compared, compared

STRUCTURAL = frozenset(
    {RuleId.ONCE, RuleId.ON_DUTY, RuleId.REST, RuleId.PLANNED_TIME, RuleId.TRAVEL_TIME}
)
"""Rules without terms: no solution of a problem can break them, or none can mend them (rest)."""

ROUGH = 4
"""How many plans that mind no law are looked at in each case."""


@dataclass
class LawRun:
    """Counts of a run; ``spoke``, ``told`` and ``kinds`` are numbers of cases.

    A rule spoke in a case when it emitted a term, and told when it found something in one of the
    plans looked at; ``differ`` are the cases and seeds in which the scores disagreed.
    """

    cases: int = 0
    solutions: int = 0
    late: int = 0
    spoke: Counter[str] = field(default_factory=Counter)
    told: Counter[str] = field(default_factory=Counter)
    kinds: Counter[str] = field(default_factory=Counter)
    differ: list[tuple[Case, int, Compared]] = field(default_factory=list)

    def silent(self) -> list[str]:
        """Return the rules and kinds of terms that no case made speak or tell."""
        speakers = {str(rule.id) for rule in RULES if rule.id not in STRUCTURAL}
        mute = [f"{name} emits no term" for name in sorted(speakers - self.spoke.keys())]
        names = {str(rule.id) for rule in RULES}
        deaf = [f"{name} finds nothing" for name in sorted(names - self.told.keys())]
        kinds = {kind.__name__ for kind in COMPILERS}
        return [*mute, *deaf, *(f"no {name}" for name in sorted(kinds - self.kinds.keys()))]

    def look(self, case: Case, seed: int) -> None:
        """Compare the scores of one case and note who had a say."""
        instance = instance_of(case, seed)
        self.cases += 1
        told = _told(instance, [rough_plan(instance, seed + number) for number in range(ROUGH)])
        for row in compared(instance, seed):
            self.solutions += 1
            self.late += row.late > 0
            told |= {str(finding.rule) for finding in row.judged.findings}
            if not row.agree:
                self.differ.append((case, seed, row))
            elif row.plan.rounds:
                told |= _told(instance, [damaged(row.plan)], STRUCTURAL)
        self.told.update(told)
        kinds: set[str] = set()
        for rule in RULES:
            terms = {type(term).__name__ for term in rule.terms(instance)}
            kinds |= terms
            self.spoke[str(rule.id)] += bool(terms)
        self.spoke += Counter()
        self.kinds.update(kinds)


def law_run(count: int, seed: int = 0) -> LawRun:
    """Return what ``count`` generated cases show, as many of each kind of ``strata``.

    The same seed gives the same cases where the same modules are loaded: Hypothesis draws numbers
    that stand in them more often.
    """
    run = LawRun()
    kinds = strata()
    for number, kind in enumerate(kinds):
        _look_at(run, kind, len(range(number, count, len(kinds))), seed)
    return run


def _look_at(run: LawRun, kind: st.SearchStrategy[Case], count: int, seed: int) -> None:
    """Look at ``count`` cases of one kind."""
    if not count:
        return

    @settings(
        max_examples=count,
        deadline=None,
        database=None,
        phases=[Phase.generate],
        suppress_health_check=list(HealthCheck),
    )
    @seeded(seed)
    @given(case=kind, number=st.integers(0, 1 << 16))
    def look(case: Case, number: int) -> None:
        run.look(case, number)

    look()


def damaged(plan: Plan) -> Plan:
    """Return ``plan`` with a stop repeated, made longer and its way longer, on another day."""
    return with_rounds(plan, _damaged)


def _damaged(row: Round) -> Round:
    if not row.stops:
        return row
    first, *others = row.stops
    changed = first.model_copy(
        update={"end": first.end + timedelta(seconds=1), "travel": first.travel + 1}
    )
    return row.model_copy(
        update={"day": row.day + timedelta(days=9), "stops": (changed, *others, changed)}
    )


def _told(
    instance: Instance, plans: list[Plan], only: frozenset[RuleId] = frozenset(RuleId)
) -> set[str]:
    """Return the rules of ``only`` that find something in one of ``plans``."""
    return set(_finding(instance, plans, only))


def _finding(instance: Instance, plans: list[Plan], only: frozenset[RuleId]) -> Iterator[str]:
    for rule in RULES:
        if rule.id in only and any(any(True for _ in rule.check(instance, p)) for p in plans):
            yield str(rule.id)
