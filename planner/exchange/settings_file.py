"""TOML files of settings: read into a model, every fault named."""

import json
import tomllib
from pathlib import Path
from typing import TypeVar

from pydantic import ValidationError

from planner.checks.codes import Code, Hint
from planner.checks.report import error
from planner.exchange.documents import InvalidDocument
from planner.exchange.faults import field_faults
from planner.model.base import Value

LARGEST = 2**20
"""The largest file of settings that is read, in bytes."""

Settings = TypeVar("Settings", bound=Value)


def read_toml(source: bytes | Path, model: type[Settings]) -> Settings:
    """Return the ``model`` in ``source``; raises ``InvalidDocument`` with every fault of it."""
    content = _content(_bytes(source))
    try:
        return model.model_validate_json(json.dumps(content, default=str))
    except ValidationError as problem:
        raise InvalidDocument(field_faults(problem, model)) from None


def _bytes(source: bytes | Path) -> bytes:
    """Return the bytes of the file, if it is there and not too large."""
    if isinstance(source, bytes):
        data = source
    else:
        try:
            with source.open("rb") as file:
                data = file.read(LARGEST + 1)
        except OSError as problem:
            reason = type(problem).__name__
            raise _refused(
                Code.FILE_UNREADABLE, source.name, Hint.CHECK_FILE, reason=reason
            ) from None
    if len(data) > LARGEST:
        raise _refused(Code.DOCUMENT_TOO_LARGE, None, Hint.SPLIT_DOCUMENT, limit=LARGEST)
    return data


def _content(data: bytes) -> dict[str, object]:
    """Return what the TOML says; refuse what is none, with the line where it goes wrong."""
    try:
        return tomllib.loads(data.removeprefix(b"\xef\xbb\xbf").decode())
    except UnicodeDecodeError as problem:
        raise _refused(Code.NOT_UTF8, None, Hint.SAVE_AS_UTF8, byte=problem.start) from None
    except tomllib.TOMLDecodeError as problem:
        raise _refused(Code.NOT_TOML, None, Hint.CHECK_TOML, reason=str(problem)) from None


def _refused(code: Code, value: object, hint: Hint, **parameters: object) -> InvalidDocument:
    """Return the refusal of a whole file for one reason."""
    return InvalidDocument([error(code, (), value, hint, **parameters)])
