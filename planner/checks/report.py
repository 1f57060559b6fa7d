"""How faults are written: paths, near misses, and errors or warnings in one line."""

import re
from collections.abc import Iterable
from difflib import get_close_matches
from types import MappingProxyType

from planner.checks.codes import Code, Hint
from planner.model.findings import Fault, Severity

_PLAIN = re.compile(r"[A-Za-z_][A-Za-z0-9_]*")
_LONGEST = 40
"""Names of fields longer than this are cut: they may be anything."""


def json_path(*steps: str | int) -> str:
    """Return the JSON path of ``steps`` from the root: ``$.orders[3].services[0].duration``."""
    return "$" + "".join(_step(step) for step in steps)


def error(
    code: Code, steps: Iterable[str | int], value: object, hint: str, **parameters: object
) -> Fault:
    """Return a fault that stops planning."""
    frozen = MappingProxyType(parameters)
    return Fault(code, Severity.ERROR, json_path(*steps), value, hint, frozen)


def warning(
    code: Code, steps: Iterable[str | int], value: object, hint: str, **parameters: object
) -> Fault:
    """Return a fault that planning lives with."""
    frozen = MappingProxyType(parameters)
    return Fault(code, Severity.WARNING, json_path(*steps), value, hint, frozen)


def nearest(name: str, known: Iterable[str]) -> str | None:
    """Return the entry of ``known`` that ``name`` was probably meant to be."""
    by_folded = {entry.casefold(): entry for entry in sorted(known)}
    found = get_close_matches(name.casefold()[:_LONGEST], by_folded, n=1, cutoff=0.7)
    return by_folded[found[0]] if found else None


def missing_name(code: Code, steps: Iterable[str | int], name: str, known: Iterable[str]) -> Fault:
    """Return the fault that ``name`` is not among ``known``, with a near miss if there is one."""
    close = nearest(name, known)
    if close is None:
        return error(code, steps, name, Hint.ADD_TO_LIST)
    return error(code, steps, name, Hint.DID_YOU_MEAN, suggestion=close)


def _step(step: str | int) -> str:
    """Return one step of a JSON path."""
    if isinstance(step, int):
        return f"[{step}]"
    if _PLAIN.fullmatch(step) and len(step) <= _LONGEST:
        return f".{step}"
    short = step if len(step) <= _LONGEST else step[:_LONGEST] + "…"
    escaped = short.replace("\\", "\\\\").replace("'", "\\'")
    return f"['{escaped}']"
