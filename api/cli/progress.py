"""A progress bar while a month is settled."""

from collections.abc import Iterator
from contextlib import contextmanager

from rich.progress import BarColumn, Progress, TaskProgressColumn, TextColumn, TimeElapsedColumn

from api.cli.session import Session
from planner.usecases.settle_month import Progress as Told


@contextmanager
def settling(session: Session) -> Iterator[Told | None]:
    """Show a progress bar on a terminal; elsewhere nothing."""
    if not session.err.is_terminal:
        yield None
        return
    columns = (TextColumn("{task.description}"), BarColumn(), TaskProgressColumn())
    with Progress(*columns, TimeElapsedColumn(), console=session.err, transient=True) as bar:
        task = bar.add_task(session.words.say("pay.settling"), total=1.0)
        yield lambda done, total: bar.update(task, completed=done / total)
