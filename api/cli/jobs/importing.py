"""``hemrunda import``: a case into the store, for the night; a document of a month, to settle."""

from pathlib import Path

from api.cli.documents import read_case_file
from api.cli.exits import ExitCode
from api.cli.faults import print_faults
from api.cli.pay_documents import read_month_file
from api.cli.session import Session
from api.sources import Sources, open_addresses
from api.stores import opened
from planner.exchange.documents import is_month
from planner.usecases.prepare import checked
from planner.usecases.stored_month import import_month
from solver.engine import SystemClock


def take_in(session: Session, path: Path, sources: Sources) -> ExitCode:
    """Store what is in the file ``path``: a case, once it has been checked, or a month.

    Say under which digest or number.
    """
    if is_month(path):
        return _take_in_month(session, path, sources)
    case = read_case_file(path)
    located, faults = checked(case, open_addresses(case, sources))
    print_faults(session, faults)
    with opened(sources.store) as store:
        digest = store.take_in(located, SystemClock().now())
    session.show(session.words.say("cli.import.done", case=case.id, digest=digest[:12]))
    return ExitCode.DONE


def _take_in_month(session: Session, path: Path, sources: Sources) -> ExitCode:
    """Add the document in ``path`` to those of its month; it is checked when it is settled."""
    month = read_month_file(path)
    with opened(sources.store) as store:
        number, new = import_month(month, store, SystemClock().now())
    code = "cli.import.month" if new else "cli.import.month_before"
    session.show(session.words.say(code, month=month.month, number=number))
    return ExitCode.DONE
