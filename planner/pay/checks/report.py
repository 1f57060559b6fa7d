"""How the faults of a month are written."""

from collections.abc import Iterable
from types import MappingProxyType

from planner.checks.report import json_path
from planner.model.findings import Fault, Severity
from planner.pay.checks.codes import PayCode, PayHint


def error(
    code: PayCode, steps: Iterable[str | int], value: object, hint: PayHint, **parameters: object
) -> Fault:
    """Return a fault that sets its row aside (or, at the root, refuses the month)."""
    frozen = MappingProxyType(parameters)
    return Fault(code, Severity.ERROR, json_path(*steps), value, hint, frozen)


def warning(
    code: PayCode, steps: Iterable[str | int], value: object, hint: PayHint, **parameters: object
) -> Fault:
    """Return a fault that the settlement lives with."""
    frozen = MappingProxyType(parameters)
    return Fault(code, Severity.WARNING, json_path(*steps), value, hint, frozen)
