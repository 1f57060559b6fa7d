"""``hemrunda history``: the key figures of every unit over time, on one page."""

from datetime import timedelta
from pathlib import Path

from api.cli.exits import ExitCode
from api.cli.outputs import refuse_bad_folder
from api.cli.session import Session
from api.report import write_history
from planner.store import default_url, open_store
from solver.engine import SystemClock


def tell_history(session: Session, weeks: int, url: str | None, out: Path) -> ExitCode:
    """Write the page of the last ``weeks`` weeks into ``out`` and say where it lies."""
    refuse_bad_folder(out)
    store = open_store(url or default_url())
    try:
        with store.work() as work:
            rows = work.pasts.history(SystemClock().now() - timedelta(weeks=weeks))
    finally:
        store.close()
    path = write_history(out / "history.html", rows, session.words)
    session.show(session.words.say("cli.written.history", path=str(path)))
    return ExitCode.DONE
