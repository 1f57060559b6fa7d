"""``hemrunda check``: what is wrong with a plan, by somebody who did not make it."""

from pathlib import Path

from api.cli.documents import read_case_and_plan
from api.cli.exits import ExitCode
from api.cli.faults import print_findings
from api.cli.jobs.extracts import naming_extract
from api.cli.session import Session
from api.sources import Sources, open_addresses, open_streets
from planner.model.findings import Level
from planner.usecases.judge_plan import judge_plan


def check_files(session: Session, case: Path, plan: Path, sources: Sources) -> ExitCode:
    """Print every finding about the plan in ``plan`` for the case in ``case``."""
    given, made = read_case_and_plan(case, plan)
    with naming_extract(sources.extract or given.network):
        findings = judge_plan(
            given,
            made,
            travel=open_streets(given, sources),
            addresses=open_addresses(given, sources),
        )
    hard = [finding for finding in findings if finding.level is Level.LAW]
    print_findings(session, hard)
    remarks = [finding for finding in findings if finding.level is not Level.LAW]
    if remarks:
        session.show(session.words.say("cli.check.remarks", count=len(remarks)))
        print_findings(session, remarks)
    verdict = "cli.check.bad" if hard else "cli.check.good"
    session.show(session.words.say(verdict, plan=made.id, count=len(hard)))
    return ExitCode.FAULTS if hard else ExitCode.DONE
