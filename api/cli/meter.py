"""Show how far a search has come: a bar on a terminal, a line now and then elsewhere."""

from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from threading import Event
from typing import Protocol

from rich.progress import BarColumn, TaskID, TaskProgressColumn, TextColumn, TimeElapsedColumn
from rich.progress import Progress as Bar

from api.cli.session import Session
from planner.ports import Progress

_LINES = 4
"""Without a terminal, so many lines tell of a search."""


class Meter(Protocol):
    """Shows progress."""

    def show(self, progress: Progress) -> None:
        """Show ``progress``."""
        ...


@dataclass(frozen=True)
class Watch:
    """Observes a search: shows it on ``meter``, and stops it once ``asked`` is set."""

    meter: Meter
    asked: Event

    def __call__(self, progress: Progress) -> bool:
        """Show ``progress``; False when the user has asked to stop."""
        self.meter.show(progress)
        return not self.asked.is_set()


@contextmanager
def watching(session: Session, asked: Event) -> Iterator[Watch]:
    """Yield an observer that shows the search to the user."""
    if not session.err.is_terminal:
        yield Watch(_Lines(session), asked)
        return
    columns = (TextColumn("{task.description}"), BarColumn(), TaskProgressColumn())
    figures = TextColumn("{task.fields[figures]}")
    with Bar(*columns, figures, TimeElapsedColumn(), console=session.err, transient=True) as bar:
        name = session.words.say("cli.step.search")
        yield Watch(_Bar(session, bar, bar.add_task(name, total=1.0, figures="")), asked)


@dataclass(frozen=True)
class _Bar:
    """A progress bar with the best cost and the unplaced seats beside it."""

    session: Session
    bar: Bar
    task: TaskID

    def show(self, progress: Progress) -> None:
        self.bar.update(
            self.task, completed=progress.share, figures=_figures(self.session, progress)
        )


@dataclass
class _Lines:
    """A line each time the search has come another quarter."""

    session: Session
    shown: int = field(default=-1)

    def show(self, progress: Progress) -> None:
        reached = int(progress.share * _LINES)
        if reached > self.shown:
            self.shown = reached
            share = self.session.words.share(progress.share)
            self.session.err.print(
                f"  {share}  {_figures(self.session, progress)}", markup=False, soft_wrap=True
            )


def _figures(session: Session, progress: Progress) -> str:
    return session.words.say("cli.search_figures", cost=progress.cost, unplaced=progress.unplaced)
