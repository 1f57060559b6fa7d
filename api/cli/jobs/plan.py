"""``hemrunda plan``: from a case to a plan that is kept, printed and drawn."""

from dataclasses import dataclass
from pathlib import Path

from api.cli.documents import read_case_file
from api.cli.exits import ExitCode
from api.cli.faults import print_faults, print_findings
from api.cli.held import print_held
from api.cli.interrupt import interruptible
from api.cli.jobs.extracts import naming_extract
from api.cli.jobs.warm import prepare_search
from api.cli.meter import watching
from api.cli.outputs import Written, refuse_bad_folder, write_all
from api.cli.refusals import refused
from api.cli.session import Session
from api.cli.summary import print_summary, print_unplaced
from api.sources import Sources, open_streets
from api.wiring import open_ports
from maps.streets import Streets
from planner.model.case import Case
from planner.ports import Budget
from planner.published.near import frozen_until, today
from planner.usecases.plan_horizon import Outcome, Ports, Step, keep, plan_horizon

DEFAULT_SECONDS = 20.0
"""How long a search lasts when nobody says otherwise."""

MOST_FINDINGS = 20
"""So many findings stand below the table; ``hemrunda check`` names them all."""


@dataclass(frozen=True, slots=True)
class Wish:
    """How to plan: where the results go, the seed, the budget, what to use.

    What is published stays for ``freeze`` days from today.
    """

    out: Path
    seed: int
    budget: Budget
    sources: Sources
    freeze: int = 0


def budget_of(seconds: float | None, iterations: int | None) -> Budget:
    """Return the budget of the two options, at most one of which is given."""
    if seconds is not None and iterations is not None:
        raise refused("two_budgets", "--seconds, --iterations")
    if iterations is not None:
        return Budget(iterations=iterations)
    return Budget(seconds=seconds or DEFAULT_SECONDS)


def plan_file(session: Session, case: Path, wish: Wish) -> ExitCode:
    """Plan the case in the file ``case``."""
    return plan_case(session, read_case_file(case), wish)


def plan_case(session: Session, case: Case, wish: Wish) -> ExitCode:
    """Plan ``case`` and write everything to ``wish.out``; the plan is kept even when that fails."""
    refuse_bad_folder(wish.out)
    with naming_extract(wish.sources.extract or case.network):
        streets = open_streets(case, wish.sources)
        with open_ports(case, streets, wish.sources) as ports:
            outcome = _plan(session, case, wish, ports)
            new = keep(outcome, ports)
    return _deliver(session, outcome, streets, wish.out, new=new)


def _plan(session: Session, case: Case, wish: Wish, ports: Ports) -> Outcome:
    def announce(step: Step) -> None:
        if step is Step.SEARCH:
            prepare_search(session)
        session.say(f"step.{step.value}")

    with interruptible() as asked, watching(session, asked) as watch:
        outcome = plan_horizon(
            case,
            ports,
            wish.budget,
            seed=wish.seed,
            observer=watch,
            announce=announce,
            frozen_until=frozen_until(today(ports.clock), case.horizon.first, wish.freeze),
        )
    if asked.is_set():
        session.say("stopped_early")
    return outcome


def _deliver(
    session: Session, outcome: Outcome, streets: Streets, out: Path, *, new: bool
) -> ExitCode:
    written = write_all(session.words, outcome, streets, out)
    print_faults(session, outcome.faults)
    print_summary(session, outcome)
    print_held(session, outcome.held, outcome.plan)
    print_unplaced(session, outcome.plan)
    print_findings(session, outcome.findings[:MOST_FINDINGS])
    if len(outcome.findings) > MOST_FINDINGS:
        session.say("more_findings", count=len(outcome.findings) - MOST_FINDINGS)
    _say_where(session, written)
    session.say("kept" if new else "kept_before", plan=outcome.plan.id)
    if outcome.hard:
        session.say("hard_faults", count=len(outcome.hard))
        return ExitCode.FAULTS
    return ExitCode.DONE


def _say_where(session: Session, written: Written) -> None:
    for name in ("plan", "map", "rounds", "everything"):
        session.show(session.words.say(f"cli.written.{name}", path=str(getattr(written, name))))
