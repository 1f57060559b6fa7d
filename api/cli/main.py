"""The entry point of the command ``hemrunda``."""

import typer

from api.cli import commands, pay_commands, unit_commands
from api.cli.group import SpokenCommand, SpokenGroup


def _build() -> typer.Typer:
    program = typer.Typer(
        cls=SpokenGroup,
        add_completion=False,
        pretty_exceptions_enable=False,
        rich_markup_mode=None,
    )
    program.callback(invoke_without_command=True)(commands.start)
    for name, command in (
        ("demo", commands.demo),
        ("plan", commands.plan),
        ("check", commands.check),
        ("import", commands.import_case),
        ("nightly", commands.nightly),
        ("history", commands.history),
        ("plans", pay_commands.plans),
        ("publish", pay_commands.publish),
        ("settle", pay_commands.settle),
        ("forecast", pay_commands.forecast),
        ("compare-models", pay_commands.compare_models),
        ("reconcile", pay_commands.reconcile),
        ("month", pay_commands.month),
        ("planned-time", pay_commands.planned_time),
        ("deadlines", unit_commands.deadlines),
        ("follow-up", unit_commands.follow_up),
        ("invoice", unit_commands.invoice),
        ("base", commands.base),
        ("contacts", commands.contacts),
        ("front", commands.front),
        ("schema", commands.schema),
        ("fetch-streets", commands.fetch_streets),
        ("warm", commands.warm),
    ):
        program.command(name, cls=SpokenCommand)(command)
    return program


app = _build()
"""The program. It exits with an ``api.cli.exits.ExitCode``."""
