"""Show how far the night has come: a bar per district on a terminal, a line per unit elsewhere."""

from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field

from rich.progress import BarColumn, TaskID, TaskProgressColumn, TextColumn, TimeElapsedColumn
from rich.progress import Progress as Bar

from api.cli.session import Session
from planner.night.night import UnitDone, Watch


@contextmanager
def watching_night(session: Session) -> Iterator[Watch]:
    """Yield what is told of every task that has ended."""
    if not session.err.is_terminal:
        yield _Lines(session)
        return
    columns = (TextColumn("{task.description}"), BarColumn(), TaskProgressColumn())
    with Bar(*columns, TimeElapsedColumn(), console=session.err) as bar:
        yield _Bars(session, bar)


@dataclass(frozen=True)
class _Lines:
    """A line each time a task has ended."""

    session: Session

    def __call__(self, done: UnitDone) -> None:
        self.session.say(
            f"night.{_ending(done)}", unit=done.unit, share=done.share, error=done.error
        )


@dataclass
class _Bars:
    """A bar per district, and a line below for what failed."""

    session: Session
    bar: Bar
    rows: dict[str, TaskID] = field(default_factory=dict)

    def __call__(self, done: UnitDone) -> None:
        if done.district not in self.rows:
            self.rows[done.district] = self.bar.add_task(done.district, total=1.0)
        self.bar.update(self.rows[done.district], completed=done.share)
        if done.error:
            self.session.say("night.failed", unit=done.unit, error=done.error)


def _ending(done: UnitDone) -> str:
    if done.error:
        return "failed"
    return "again" if done.again else "done"
