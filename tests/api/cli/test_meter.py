"""Progress, on a terminal and without one, and the wish to stop."""

from io import StringIO
from threading import Event

from rich.console import Console

from api.cli.meter import watching
from api.cli.session import Session
from api.words import Language, load
from planner.ports import Progress


def session(*, terminal: bool) -> Session:
    def console() -> Console:
        return Console(file=StringIO(), width=100, force_terminal=terminal, emoji=False)

    return Session(load(Language.ENGLISH), console(), console())


def watched(at: Session, *shares: float) -> str:
    with watching(at, Event()) as watch:
        for share in shares:
            assert watch(Progress(share, 10, 1234, 5))
    assert isinstance(at.err.file, StringIO)
    return at.err.file.getvalue()


def test_without_a_terminal_a_few_lines_tell_of_a_search() -> None:
    told = watched(session(terminal=False), *(number / 1000 for number in range(1001)))
    lines = told.splitlines()
    assert len(lines) == 5
    assert lines[0].split() == ["0.0%", "cost", "1,234,", "unplaced", "5"]
    assert lines[-1].startswith("  100.0%")


def test_on_a_terminal_a_bar_shows_share_cost_and_unplaced() -> None:
    told = watched(session(terminal=True), 0.5)
    assert "Planning" in told
    assert "50%" in told
    assert "cost 1,234, unplaced 5" in told


def test_the_search_goes_on_until_the_user_asks() -> None:
    asked = Event()
    with watching(session(terminal=False), asked) as watch:
        assert watch(Progress(0.1, 1, 1, 0))
        asked.set()
        assert not watch(Progress(0.2, 2, 1, 0))
