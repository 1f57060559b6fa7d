"""Turn the exceptions of the rooms below into refusals; a defect of ours is named as one."""

import os
import traceback
from pathlib import Path

import typer

from api.cli.exits import ExitCode
from api.cli.refusals import Refused, refused
from planner.model.findings import Fault

DEBUG_VARIABLE = "HEMRUNDA_DEBUG"
"""With this set in the environment, a defect shows its traceback as well."""

_USAGE_ERROR = 2


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
            near = getattr(error, "possibilities", None) or ()
            name = getattr(error, "option_name", "")
            return refused("no_such_option", name, near=tuple(sorted(near)))
        case "MissingParameter":
            parameter = getattr(error, "param", None)
            name = (parameter.metavar or parameter.name.upper()) if parameter else "?"
            return refused("missing_argument", name)
        case "BadOptionUsage":
            return refused("option_without_value", getattr(error, "option_name", "?"))
    return refused("usage", "hemrunda", error.format_message())


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
