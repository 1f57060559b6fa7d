"""The command group: speaks the chosen language, and turns every failure into a clear answer."""

import os
import sys
from collections.abc import Sequence
from difflib import get_close_matches
from typing import TYPE_CHECKING, Any

import typer
from typer.core import TyperCommand, TyperGroup

from api.cli import language
from api.cli.exits import ExitCode
from api.cli.failures import explain, unknown
from api.cli.faults import print_faults
from api.cli.helping import page
from api.cli.refusals import Refused
from api.cli.session import Session, open_session
from api.words import Language, load

if TYPE_CHECKING:
    from typer._click import Command, Context


class SpokenCommand(TyperCommand):
    """A command whose help page is in the chosen language."""

    def get_help(self, ctx: "Context") -> str:
        """Return the help page."""
        return page(ctx, self)


class SpokenGroup(TyperGroup):
    """The program itself."""

    def get_help(self, ctx: "Context") -> str:
        """Return the help page."""
        return page(ctx, self)

    def resolve_command(
        self, ctx: "Context", args: list[str]
    ) -> tuple[str | None, "Command | None", list[str]]:
        """Return the command that is called; raises ``Refused`` when there is none."""
        if args[0] not in self.commands:
            raise unknown("no_such_command", args[0], get_close_matches(args[0], self.commands))
        return super().resolve_command(ctx, args)

    def main(  # the parameters are Typer's
        self,
        args: Sequence[str] | None = None,
        prog_name: str | None = None,
        complete_var: str | None = None,
        standalone_mode: bool = True,  # noqa: FBT001, FBT002  Typer's signature
        windows_expand_args: bool = True,  # noqa: FBT001, FBT002  Typer's signature
        **extra: Any,  # noqa: ANN401  Typer's signature
    ) -> Any:  # noqa: ANN401  Typer's signature
        """Run the program and exit with an ``ExitCode``; no failure shows a traceback."""
        del prog_name, complete_var, windows_expand_args, standalone_mode
        given = sys.argv[1:] if args is None else args
        wanted, rest = language.choose(given, os.environ)
        session = open_session(load(Language.SWEDISH))
        try:
            session = open_session(load(language.parse(wanted)))
            code = super().main(rest, "hemrunda", standalone_mode=False, obj=session, **extra)
        except Refused as refusal:
            print_faults(session, refusal.faults)
            code = refusal.code
        except (KeyboardInterrupt, typer.Abort):
            code = ExitCode.INTERRUPTED
        except BrokenPipeError:
            _let_go_of_stdout()
            code = ExitCode.DONE
        except Exception as error:  # noqa: BLE001  the last door: a user sees no traceback
            code = _failed(session, error)
        if code == ExitCode.INTERRUPTED:
            session.say("interrupted")
        sys.exit(int(code or ExitCode.DONE))


def _failed(session: Session, error: Exception) -> ExitCode:
    refusal = explain(error)
    print_faults(session, refusal.faults)
    return refusal.code


def _let_go_of_stdout() -> None:
    """Keep the interpreter from writing to a closed pipe once more when it ends."""
    os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
