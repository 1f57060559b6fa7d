"""What every command has at hand: the words, and where to print."""

import sys
from dataclasses import dataclass

import typer
from rich.console import Console

from api.words import Words

_NARROWEST = 60


@dataclass(frozen=True)
class Session:
    """The words of the chosen language, results on ``out``, everything else on ``err``."""

    words: Words
    out: Console
    err: Console

    def say(self, code: str, /, **parameters: object) -> None:
        """Print the text ``cli.<code>`` on ``err``; nothing in it is taken for markup."""
        text = self.words.say(f"cli.{code}", **parameters)
        self.err.print(text, markup=False, highlight=False, soft_wrap=True)

    def show(self, text: str) -> None:
        """Print ``text`` as a result, as it is."""
        self.out.print(text, markup=False, highlight=False, soft_wrap=True)


def open_session(words: Words) -> Session:
    """Return a session on the standard streams.

    A character that the terminal does not know is replaced rather than fatal.
    """
    for stream in (sys.stdout, sys.stderr):
        reconfigure = getattr(stream, "reconfigure", None)
        if reconfigure is not None:
            reconfigure(errors="replace")
    return Session(words, _console(stderr=False), _console(stderr=True))


def session_of(context: typer.Context) -> Session:
    """Return the session of the program that ``context`` belongs to; its group puts it there."""
    session = context.find_root().obj
    if not isinstance(session, Session):
        raise TypeError("a command outside hemrunda's group has no session")
    return session


def _console(*, stderr: bool) -> Console:
    console = Console(stderr=stderr, highlight=False, emoji=False)
    console.width = max(console.width, _NARROWEST)
    return console
