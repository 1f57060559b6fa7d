"""``hemrunda warm``: have the search compiled before anybody waits for it."""

from api.cli.session import Session
from solver.anneal import warm_up


def prepare_search(session: Session) -> None:
    """Load the compiled search; where it must be compiled first, say that this takes a while."""
    warm_up(lambda: session.say("compiling"))


def warm_up_search(session: Session) -> None:
    """Compile the search if need be, and say that it is ready."""
    prepare_search(session)
    session.say("compiled")
