"""A base plan as CSV: today's one read in, and written out again.

One row is one caregiver's part of a visit. Columns, in any order, in English or Swedish: ``client``
(``brukare``), ``service`` (``insats``), ``weekday`` (``veckodag``: 1 to 7 or ``mån`` ...), ``week``
(``vecka``: 1 or 2), ``seat`` (``plats``, may be left out), ``caregiver`` (``medarbetare``) and
``start``. Separated by semicolons or commas; UTF-8, with or without byte order mark.
"""

import csv
import io
import json
from collections.abc import Iterator, Mapping
from dataclasses import replace
from datetime import date
from types import MappingProxyType

from pydantic import ValidationError

from planner.checks.codes import Code, Hint
from planner.checks.report import error
from planner.exchange.documents import InvalidDocument
from planner.exchange.faults import field_faults
from planner.model.base_plan import BasePlan, BaseVisit
from planner.model.findings import Fault

COLUMNS = ("client", "service", "weekday", "week", "seat", "caregiver", "start")
"""The columns as they are written."""

_SWEDISH: Mapping[str, str] = MappingProxyType(
    {
        "brukare": "client",
        "insats": "service",
        "veckodag": "weekday",
        "vecka": "week",
        "plats": "seat",
        "medarbetare": "caregiver",
    }
)
_DAYS = ("mån", "tis", "ons", "tor", "fre", "lör", "sön")


def read_base_csv(content: bytes, first: date) -> BasePlan:
    """Return the base plan in ``content``; week 1 holds ``first``.

    Raises ``InvalidDocument`` with every fault of every row; a row is named by its line.
    """
    try:
        text = content.decode("utf-8-sig")
    except UnicodeDecodeError as problem:
        fault = error(Code.NOT_UTF8, (), None, Hint.SAVE_AS_UTF8, byte=problem.start)
        raise InvalidDocument((fault,)) from None
    separator = ";" if ";" in text.partition("\n")[0] else ","
    table = csv.DictReader(io.StringIO(text), delimiter=separator)
    names = {name: _SWEDISH.get(_plain(name), _plain(name)) for name in table.fieldnames or ()}
    missing = [name for name in COLUMNS if name not in {*names.values(), "seat"}]
    if missing:
        raise InvalidDocument(
            tuple(error(Code.FIELD_MISSING, (name,), None, Hint.ADD_FIELD) for name in missing)
        )
    faults: list[Fault] = []
    rows: list[BaseVisit] = []
    for row in table:
        found = _row({names[name]: value for name, value in row.items() if name in names})
        if isinstance(found, BaseVisit):
            rows.append(found)
        else:
            faults += (_at(fault, table.line_num) for fault in found)
    if faults:
        raise InvalidDocument(tuple(faults))
    return BasePlan(first=first, visits=tuple(rows))


def write_base_csv(base: BasePlan) -> bytes:
    """Return ``base`` as CSV; ``first`` is not part of it."""
    text = io.StringIO()
    table = csv.writer(text, delimiter=";", lineterminator="\n")
    table.writerow(COLUMNS)
    for row in base.visits:
        values = row.model_dump(mode="json")
        table.writerow([values[name] for name in COLUMNS])
    return text.getvalue().encode("utf-8")


def _row(cells: Mapping[str, str | None]) -> BaseVisit | tuple[Fault, ...]:
    try:
        return BaseVisit.model_validate_json(json.dumps(dict(_values(cells))))
    except ValidationError as problem:
        return field_faults(problem, BaseVisit)


def _values(cells: Mapping[str, str | None]) -> Iterator[tuple[str, object]]:
    """Yield the cells as values of a document; an empty seat is left out."""
    for name in COLUMNS:
        text = (cells.get(name) or "").strip()
        if name == "weekday" and text.lower()[:3] in _DAYS:
            yield name, _DAYS.index(text.lower()[:3]) + 1
        elif name in {"weekday", "week", "seat"} and text.isascii() and text.isdecimal():
            yield name, int(text)
        elif text or name != "seat":
            yield name, text


def _plain(name: str) -> str:
    return name.strip().lower()


def _at(fault: Fault, line: int) -> Fault:
    return replace(fault, path=f"{line}: {fault.path}")
