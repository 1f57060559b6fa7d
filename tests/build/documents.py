"""Documents as plain JSON values, to be broken one place at a time."""

import json
from collections.abc import Mapping
from typing import Any

from planner.checks import check_case
from planner.exchange.documents import InvalidDocument, read_case, write_case
from planner.model.findings import Fault
from tests.build.cases import small_case

DELETE = object()
"""Stands for a field that is taken away."""


def small_document() -> dict[str, Any]:
    """Return the small case as JSON values."""
    document: dict[str, Any] = json.loads(write_case(small_case()))
    return document


def broken(changes: Mapping[str, object]) -> bytes:
    """Return the small document with ``changes``: a path as in faults, and the new value."""
    document = small_document()
    for path, value in changes.items():
        *way, last = _steps(path)
        place: Any = document
        for step in way:
            place = place[step]
        if value is DELETE:
            del place[last]
        elif isinstance(last, int) and last == len(place):
            place.append(value)
        else:
            place[last] = value
    return json.dumps(document).encode()


def all_faults(data: bytes) -> tuple[Fault, ...]:
    """Return every fault of a case document, of its fields or else of its meaning."""
    try:
        return check_case(read_case(data))
    except InvalidDocument as problem:
        return problem.faults


def _steps(path: str) -> list[str | int]:
    """Return the steps of ``$.orders[3].services``."""
    parts = path.removeprefix("$.").replace("[", ".").replace("]", "").split(".")
    return [int(part) if part.isdigit() else part for part in parts]
