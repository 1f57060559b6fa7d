"""The help pages, from the language files: ``cli.help.<command>`` and what is under it."""

from typing import TYPE_CHECKING

from api.cli.session import Session
from api.words import Words

if TYPE_CHECKING:
    from typer._click import Context
    from typer._click.core import Command, Parameter

_WIDTH = 30


def page(context: "Context", command: "Command") -> str:
    """Return the help page of ``command``."""
    session = context.find_root().obj
    assert isinstance(session, Session)  # noqa: S101  the group puts it there
    words = session.words
    key = f"cli.help.{command.name}" if context.parent else "cli.help.hemrunda"
    parts = [
        words.say("cli.usage", usage=_usage(words, context, command)),
        words.say(f"{key}.text"),
    ]
    parameters = command.get_params(context)
    arguments = [row for row in parameters if row.param_type_name == "argument"]
    options = [row for row in parameters if row.param_type_name == "option"]
    parts += _section(words, "arguments", [_row(words, key, row) for row in arguments])
    parts += _section(words, "commands", _commands(words, command))
    parts += _section(words, "options", [_row(words, key, row) for row in options])
    if not context.parent:
        parts.append(words.say("cli.help.exit_codes"))
    return "\n\n".join(parts)


def _usage(words: Words, context: "Context", command: "Command") -> str:
    names = [_metavar(row) for row in command.get_params(context) if _is_argument(row)]
    more = [words.say("cli.help.command")] if hasattr(command, "commands") else []
    return " ".join([context.command_path, "[...]", *more, *names])


def _is_argument(row: "Parameter") -> bool:
    return row.param_type_name == "argument"


def _metavar(row: "Parameter") -> str:
    return row.metavar or row.name.upper()


def _row(words: Words, key: str, row: "Parameter") -> tuple[str, str]:
    own = f"{key}.{row.name}"
    text = words.say(own if words.knows(own) else f"cli.help.option.{row.name}")
    if _is_argument(row):
        return _metavar(row), text
    flag = getattr(row, "is_flag", False)
    return (row.opts[0] if flag else f"{row.opts[0]} {_metavar(row)}"), text


def _commands(words: Words, command: "Command") -> list[tuple[str, str]]:
    found: dict[str, object] = getattr(command, "commands", {})
    return [(name, words.say(f"cli.help.{name}.short")) for name in found]


def _section(words: Words, title: str, rows: list[tuple[str, str]]) -> list[str]:
    if not rows:
        return []
    lines = [f"  {name:<{_WIDTH}} {text}" for name, text in rows]
    return ["\n".join([words.say(f"cli.help.{title}"), *lines])]
