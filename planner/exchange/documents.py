"""Documents as JSON: reading with every fault named, writing canonically."""

import re
from collections.abc import Sequence
from hashlib import sha256
from pathlib import Path
from typing import TypeVar

from pydantic import ValidationError
from pydantic_core import from_json

from planner.checks.codes import Code, Hint
from planner.checks.report import error
from planner.exchange.faults import field_faults, shown
from planner.model.base import Value
from planner.model.case import CASE_VERSION, Case
from planner.model.findings import Fault
from planner.model.plan import PLAN_VERSION, Plan
from planner.pay.deadlines.facts import FACTS_VERSION, UnitFacts
from planner.pay.model.month import MONTH_VERSION, Month

SIZE_LIMIT = 64 * 2**20
"""The largest document that is read, in bytes, unless the caller says otherwise."""

MOST_VALUES = 500_000
"""The most objects and lists in a document; 14 days of 1,400 clients have a quarter of it."""

MONTH_SIZE_LIMIT, MOST_MONTH_VALUES = 256 * 2**20, 2_000_000
"""The same for a month, which has a row for every visit planned and performed."""

_BYTE_ORDER_MARK = b"\xef\xbb\xbf"
_POSITION = re.compile(r" at line (\d+) column (\d+)$")
_NOT_A_NUMBER = re.compile(rb"[:\[,]\s*-?(NaN|Infinity)")

Document = TypeVar("Document", bound=Value)


class InvalidDocument(ValueError):  # noqa: N818 - the document is invalid, the program is fine
    """A document that cannot be read; ``faults`` holds all that is wrong with it."""

    def __init__(self, faults: Sequence[Fault]) -> None:
        """Keep ``faults``; the message names codes and paths only."""
        self.faults = tuple(faults)
        super().__init__(", ".join(f"{fault.code} at {fault.path}" for fault in self.faults))


def read_case(source: bytes | Path, *, limit: int = SIZE_LIMIT) -> Case:
    """Return the case in ``source``; raise ``InvalidDocument`` with every fault of its fields.

    ``limit`` is the largest size in bytes. Whether the case makes sense is for ``check_case``.
    """
    return _read(source, Case, CASE_VERSION, limit)


def read_plan(source: bytes | Path, *, limit: int = SIZE_LIMIT) -> Plan:
    """Return the plan in ``source``; raise ``InvalidDocument`` with every fault of its fields."""
    return _read(source, Plan, PLAN_VERSION, limit)


def read_month(source: bytes | Path, *, limit: int = MONTH_SIZE_LIMIT) -> Month:
    """Return the month in ``source``; raise ``InvalidDocument`` with every fault of its fields."""
    return _read(source, Month, MONTH_VERSION, limit, MOST_MONTH_VALUES)


def read_facts(source: bytes | Path, *, limit: int = SIZE_LIMIT) -> UnitFacts:
    """Return the facts in ``source``; raise ``InvalidDocument`` with every fault of its fields.

    Whether the facts make sense is for ``check_facts``.
    """
    return _read(source, UnitFacts, FACTS_VERSION, limit)


def is_month(source: Path, *, limit: int = MONTH_SIZE_LIMIT) -> bool:
    """Say whether the document in ``source`` says that it is about a month; no fault if not."""
    try:
        content = _content(_bytes(source, limit), MOST_MONTH_VALUES)
    except InvalidDocument:
        return False
    return isinstance(content, dict) and "month" in content


def write_facts(facts: UnitFacts) -> bytes:
    """Return ``facts`` as a canonical document: UTF-8 JSON, every field, in a fixed order."""
    return _write(facts)


def write_case(case: Case) -> bytes:
    """Return ``case`` as a canonical document: UTF-8 JSON, every field, in a fixed order."""
    return _write(case)


def write_plan(plan: Plan) -> bytes:
    """Return ``plan`` as a canonical document: UTF-8 JSON, every field, in a fixed order."""
    return _write(plan)


def write_month(month: Month) -> bytes:
    """Return ``month`` as a canonical document: UTF-8 JSON, every field, in a fixed order."""
    return _write(month)


def case_digest(case: Case) -> str:
    """Return the SHA-256 of the canonical document of ``case``, in hexadecimal digits."""
    return sha256(write_case(case)).hexdigest()


def _write(document: Value) -> bytes:
    """Return the canonical bytes of a document."""
    return document.model_dump_json(indent=1).encode() + b"\n"


def _read(
    source: bytes | Path,
    model: type[Document],
    version: int,
    limit: int,
    most_values: int = MOST_VALUES,
) -> Document:
    """Read a document of ``model``, refusing what is no such thing before its fields are read."""
    data = _bytes(source, limit).removeprefix(_BYTE_ORDER_MARK)
    content = _content(data, most_values)
    if not isinstance(content, dict):
        raise _refused(Code.NOT_AN_OBJECT, shown(content), Hint.WRITE_OBJECT)
    _require_version(content, version)
    del content
    try:
        return model.model_validate_json(data)
    except ValidationError as problem:
        raise InvalidDocument(field_faults(problem, model)) from None


def _bytes(source: bytes | Path, limit: int) -> bytes:
    """Return the bytes of a document that is not too large; no more than ``limit`` are held."""
    if isinstance(source, bytes):
        data = source
    else:
        try:
            with source.open("rb") as file:
                data = file.read(limit + 1)
        except OSError as problem:
            raise _refused(
                Code.FILE_UNREADABLE, source.name, Hint.CHECK_FILE, reason=type(problem).__name__
            ) from None
    if len(data) > limit:
        raise _refused(Code.DOCUMENT_TOO_LARGE, None, Hint.SPLIT_DOCUMENT, limit=limit)
    return data


def _content(data: bytes, most_values: int) -> object:
    """Return what the JSON text says; refuse what is no JSON or too much of it."""
    try:
        data.decode()
    except UnicodeDecodeError as problem:
        raise _refused(Code.NOT_UTF8, None, Hint.SAVE_AS_UTF8, byte=problem.start) from None
    values = data.count(b"{") + data.count(b"[")
    if values > most_values:
        raise _refused(Code.TOO_MANY_VALUES, values, Hint.SPLIT_DOCUMENT, limit=most_values)
    try:
        return from_json(data, allow_inf_nan=False)
    except ValueError as problem:
        raise _not_json(str(problem), data) from None


def _not_json(problem: str, data: bytes) -> InvalidDocument:
    """Return the fault of a text that is no JSON, with its line and column."""
    found = _POSITION.search(problem)
    line, column = (int(found[1]), int(found[2])) if found else (1, 1)
    around = data.split(b"\n", line)[line - 1][max(0, column - 5) : column + 10]
    where = {"line": line, "column": column}
    if problem.startswith("recursion limit"):
        return _refused(Code.NESTED_TOO_DEEP, None, Hint.EXPORT_AGAIN, **where)
    if _NOT_A_NUMBER.search(b":" + around):
        return _refused(Code.NOT_A_NUMBER, None, Hint.LEAVE_OUT_NAN, **where)
    return _refused(Code.NOT_JSON, None, Hint.CHECK_JSON, **where)


def _require_version(content: dict[str, object], version: int) -> None:
    """Refuse a document of another version before its fields look wrong."""
    if "version" not in content:
        raise _refused(Code.VERSION_MISSING, None, Hint.WRITE_VERSION, "version", expected=version)
    found = content["version"]
    if type(found) is not int or found != version:
        raise _refused(
            Code.VERSION_UNKNOWN, shown(found), Hint.WRITE_VERSION, "version", expected=version
        )


def _refused(
    code: Code, value: object, hint: Hint, *steps: str, **parameters: object
) -> InvalidDocument:
    """Return the refusal of a whole document for one reason."""
    return InvalidDocument([error(code, steps, value, hint, **parameters)])
