"""``hemrunda history``: the key figures of every unit over time, on one page."""

from datetime import timedelta
from pathlib import Path

from api.cli.exits import ExitCode
from api.cli.outputs import refuse_bad_folder
from api.cli.refusals import refused
from api.cli.session import Session
from api.report import within, write_history
from api.stores import opened
from solver.engine import SystemClock


def tell_history(
    session: Session, weeks: int, url: str | None, out: Path, unit: str | None = None
) -> ExitCode:
    """Write the page of the last ``weeks`` weeks into ``out`` and say where it lies.

    With ``unit`` it shows that unit and what it is made of. Raises ``Refused`` when nothing is
    known of it.
    """
    refuse_bad_folder(out)
    with opened(url) as store, store.work() as work:
        rows = work.pasts.history(SystemClock().now() - timedelta(weeks=weeks))
    own = within(rows, unit)
    if unit is not None and not own:
        known = ", ".join(sorted({row.unit for row in rows})) or "-"
        raise refused("unknown_unit", "--unit", unit, known=known)
    path = write_history(out / "history.html", own, session.words)
    session.show(session.words.say("cli.written.history", path=str(path)))
    return ExitCode.DONE
