"""Turn the exceptions of the rooms below into refusals; a defect of ours is named as one."""

import os
import traceback
from collections.abc import Iterable
from pathlib import Path

import typer

from api.cli.exits import ExitCode
from api.cli.refusals import Refused, refused
from planner.model.findings import Fault

DEBUG_VARIABLE = "HEMRUNDA_DEBUG"
"""With this set in the environment, a defect shows its traceback as well."""


def explain(error: Exception) -> Refused:
    """Return what to tell the user of ``error``.

    Faults that an exception carries are told one by one. What nobody foresaw becomes
    ``defect`` with its type and its place in the code, without its message, which could hold
    anything.
    """
    faults = getattr(error, "faults", None)
    if isinstance(faults, tuple | list) and all(isinstance(row, Fault) for row in faults):
        return Refused(faults)
    if _is_store_error(error):
        code = getattr(error, "code", "store_failed")
        return refused(str(code), "--store", getattr(error, "value", None), ExitCode.SURROUNDINGS)
    if isinstance(error, typer.TyperException):
        return _usage(error)
    if isinstance(error, OSError):
        return _file(error)
    return _defect(error)


def _is_store_error(error: Exception) -> bool:
    """Tell by name: importing the store takes longer than most commands."""
    return type(error).__name__ == "StoreError"


def _usage(error: typer.TyperException) -> Refused:
    """Return Typer's own complaint in our words."""
    match type(error).__name__:
        case "NoSuchOption":
            name = getattr(error, "option_name", "?")
            return unknown("no_such_option", name, getattr(error, "possibilities", None) or ())
        case "MissingParameter":
            return refused("missing_argument", _name(getattr(error, "param", None)))
        case "BadOptionUsage":
            return refused("option_without_value", getattr(error, "option_name", "?"))
    return refused("usage", "hemrunda", error.format_message())


def _name(parameter: object) -> str:
    """Return how the user writes ``parameter``."""
    if getattr(parameter, "param_type_name", "") == "option":
        return str(getattr(parameter, "opts", ["?"])[0])
    return str(getattr(parameter, "metavar", None) or getattr(parameter, "name", "?"))


def unknown(code: str, name: str, near: Iterable[str]) -> Refused:
    """Return a refusal of ``name``, which may have been meant for one of ``near``."""
    meant = tuple(sorted(near))
    return refused(code, name, hint="did_you_mean" if meant else None, near=meant)


def _file(error: OSError) -> Refused:
    name = str(error.filename) if error.filename is not None else "?"
    kinds: dict[type[OSError], str] = {
        FileNotFoundError: "file_missing",
        PermissionError: "file_forbidden",
        IsADirectoryError: "file_is_folder",
        NotADirectoryError: "folder_is_file",
        FileExistsError: "folder_is_file",
    }
    code = next((code for kind, code in kinds.items() if isinstance(error, kind)), None)
    if code is None:
        return refused("disk", name, error.strerror, ExitCode.SURROUNDINGS)
    return refused(code, name)


def _defect(error: Exception) -> Refused:
    if os.environ.get(DEBUG_VARIABLE):
        traceback.print_exception(error)
    last = traceback.extract_tb(error.__traceback__)[-1]
    where = f"{Path(last.filename).name}:{last.lineno}"
    return refused("defect", where, type(error).__name__, ExitCode.DEFECT)
