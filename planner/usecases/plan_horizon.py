"""Plan a horizon: check the case, search, have the result judged twice, and keep it."""

from collections.abc import Callable, Iterable
from dataclasses import dataclass, field
from datetime import date
from enum import StrEnum
from functools import partial

from planner.checker import check_plan
from planner.model.case import Case
from planner.model.findings import Fault, Finding, Level
from planner.model.instance import Instance
from planner.model.plan import Plan
from planner.ports import Addresses, Budget, Clock, Observer, Solver, Store, TravelTimes
from planner.published.hold import NOTHING_HELD, Held, around, hold
from planner.published.near import frozen_rounds
from planner.published.past import with_past
from planner.published.ports import (
    NothingPerformed,
    NothingPublished,
    PerformedVisits,
    PublishedPlans,
)
from planner.score.kpi import Kpis, measure
from planner.score.reference import Score, score
from planner.usecases.figures import figures_of
from planner.usecases.prepare import checked, instance_of


class Step(StrEnum):
    """What a use case is busy with."""

    CHECK = "check"
    TRAVEL = "travel"
    SEARCH = "search"
    JUDGE = "judge"


@dataclass(frozen=True, slots=True)
class Ports:
    """What planning needs from outside."""

    solver: Solver
    travel: TravelTimes
    addresses: Addresses
    store: Store
    clock: Clock
    published: PublishedPlans = field(default_factory=NothingPublished)
    performed: PerformedVisits = field(default_factory=NothingPerformed)


@dataclass(frozen=True, slots=True)
class Outcome:
    """A plan and what is to be said of it.

    ``faults`` are the warnings about the case. ``findings`` are the independent checker's;
    those of ``Level.LAW`` are hard faults and come first. ``seconds`` is the wall clock of
    everything but storing. ``held`` is what was published of the frozen days.
    """

    instance: Instance
    plan: Plan
    faults: tuple[Fault, ...]
    findings: tuple[Finding, ...]
    score: Score
    kpis: Kpis
    seconds: float
    held: Held = NOTHING_HELD

    @property
    def hard(self) -> tuple[Finding, ...]:
        """What the plan must not do; empty for every plan that may be used."""
        return tuple(finding for finding in self.findings if finding.level is Level.LAW)


class ScoreDisagreementError(RuntimeError):
    """The solver's cost is not the reference scorer's: a defect of the program, not of the case."""

    def __init__(self, claimed: int, reference: int) -> None:
        """Note both costs."""
        super().__init__(
            f"the solver claims a cost of {claimed}, the reference scorer finds {reference}; "
            "do not use the plan, and report the case's digest and the seed"
        )
        self.claimed = claimed
        self.reference = reference


def _say_nothing(step: Step) -> None:
    del step


def plan_horizon(  # noqa: PLR0913  what to plan, with what, for how long, and who watches
    case: Case,
    ports: Ports,
    budget: Budget,
    *,
    seed: int,
    observer: Observer | None = None,
    announce: Callable[[Step], None] = _say_nothing,
    frozen_until: date | None = None,
) -> Outcome:
    """Return the best plan of ``case`` found within ``budget``, judged; ``keep`` stores it.

    What is published for days before ``frozen_until`` stays, as far as it is still possible.
    ``announce`` hears of each step when it begins. Raises ``CaseRefused`` with every fault of the
    case, and ``ScoreDisagreementError`` when the two scores of the plan differ.
    """
    began = ports.clock.now()
    announce(Step.CHECK)
    located, faults = checked(case, ports.addresses)
    announce(Step.TRAVEL)
    given = instance_of(with_past(located, ports.published, ports.performed), ports.travel)
    held = hold(given, frozen_rounds(given.case, ports.published, frozen_until), frozen_until)
    announce(Step.SEARCH)
    search = partial(ports.solver.plan, budget=budget, seed=seed, observer=observer)
    held, instance, plan = around(given, held, search)
    announce(Step.JUDGE)
    reference = score(instance, plan)
    if reference.cost != plan.cost:
        raise ScoreDisagreementError(plan.cost, reference.cost)
    return Outcome(
        instance=instance,
        plan=plan,
        faults=faults,
        findings=_hard_first(check_plan(instance.case, plan, instance.travel)),
        score=reference,
        kpis=measure(instance, plan, reference),
        seconds=(ports.clock.now() - began).total_seconds(),
        held=held,
    )


def _hard_first(findings: Iterable[Finding]) -> tuple[Finding, ...]:
    return tuple(sorted(findings, key=lambda finding: finding.level is not Level.LAW))


def keep(outcome: Outcome, ports: Ports) -> bool:
    """Store the plan of ``outcome`` with its case; False when this very plan was there already.

    Apart from planning, so that a store that fails does not take the plan with it. Raises
    ``planner.store.StoreError``.
    """
    figures = figures_of(outcome.kpis, len(outcome.hard))
    case = outcome.instance.case
    return ports.store.save(case, outcome.plan, figures, ports.clock.now())
