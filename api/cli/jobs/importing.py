"""``hemrunda import``: take a case into the store, for the night to plan."""

from pathlib import Path

from api.cli.documents import read_case_file
from api.cli.exits import ExitCode
from api.cli.faults import print_faults
from api.cli.session import Session
from api.sources import Sources, open_addresses
from planner.store import default_url, open_store
from planner.usecases.prepare import checked
from solver.engine import SystemClock


def take_in(session: Session, path: Path, sources: Sources) -> ExitCode:
    """Store the case in the file ``path``, once it has been checked; say under which digest."""
    case = read_case_file(path)
    located, faults = checked(case, open_addresses(case, sources))
    print_faults(session, faults)
    store = open_store(sources.store or default_url())
    try:
        digest = store.take_in(located, SystemClock().now())
    finally:
        store.close()
    session.show(session.words.say("cli.import.done", case=case.id, digest=digest[:12]))
    return ExitCode.DONE
