"""``hemrunda month``: the month that imported documents and published plans make up."""

from api.cli.exits import ExitCode
from api.cli.faults import print_faults
from api.cli.month_source import MonthAsk, given_month
from api.cli.pay_documents import has_errors, naming
from api.cli.session import Session
from planner.exchange.documents import write_month


def show_month(session: Session, source: MonthAsk) -> ExitCode:
    """Print the month as a document, and what was superseded or left out in joining it."""
    given = given_month(source)
    print_faults(session, naming(given.name, given.faults))
    session.show(write_month(given.month).decode().rstrip())
    return ExitCode.FAULTS if has_errors(given.faults) else ExitCode.DONE
