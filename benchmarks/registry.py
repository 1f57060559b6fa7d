"""Where benchmarks register themselves: one file each, found by importing the package."""

import importlib
import pkgutil
from collections.abc import Callable

import typer

app = typer.Typer(help="Hemrunda's benchmarks.", no_args_is_help=True, add_completion=False)
"""The command line; every benchmark file adds its own command with ``@command``."""


def command(name: str) -> Callable[[Callable[..., None]], Callable[..., None]]:
    """Register a benchmark under ``name`` (used as a decorator)."""
    return app.command(name)


def load() -> typer.Typer:
    """Import every module beside this one, so that each registers, and return the application."""
    package = importlib.import_module("benchmarks")
    for module in pkgutil.iter_modules(package.__path__):
        if not module.ispkg and module.name != "__main__":
            importlib.import_module(f"benchmarks.{module.name}")
    return app
