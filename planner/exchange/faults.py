"""The faults of a document's fields, in our codes instead of the reading library's.

What a field holds is shown only where it cannot be about a person: never from addresses, free
text or fields that no document has.
"""

from collections.abc import Callable, Mapping
from types import MappingProxyType

from pydantic import ValidationError
from pydantic_core import ErrorDetails

from planner.checks.codes import Code, Hint
from planner.checks.report import error, nearest
from planner.checks.shape import Steps, model_at
from planner.model.base import Value
from planner.model.findings import Fault

MOST = 1_000
"""No more faults than this are told in one go."""

WITHHELD = "…"
"""Stands where a value is not shown."""

_LONGEST = 40
_SECRET = frozenset({"address", "reason", "motivation", "explanation"})
_TYPES = ("tuple", "list", "dict", "model", "int", "float", "bool", "string")

_SIMPLE: Mapping[str, tuple[Code, Hint]] = MappingProxyType(
    {
        "missing": (Code.FIELD_MISSING, Hint.ADD_FIELD),
        "string_too_short": (Code.TEXT_EMPTY, Hint.WRITE_TEXT),
        "time_with_zone": (Code.TIME_WITH_ZONE, Hint.WRITE_WALL_TIME),
        "time_with_fraction": (Code.TIME_WITH_FRACTION, Hint.WRITE_WALL_TIME),
        "timezone_aware": (Code.MOMENT_WITHOUT_ZONE, Hint.WRITE_MOMENT),
    }
)
_LIMITS: Mapping[str, tuple[Code, str]] = MappingProxyType(
    {
        "greater_than": (Code.NUMBER_TOO_SMALL, "gt"),
        "greater_than_equal": (Code.NUMBER_TOO_SMALL, "ge"),
        "less_than": (Code.NUMBER_TOO_LARGE, "lt"),
        "less_than_equal": (Code.NUMBER_TOO_LARGE, "le"),
    }
)
_FAMILIES: Mapping[str, tuple[Code, Hint]] = MappingProxyType(
    {
        "datetime": (Code.MOMENT_INVALID, Hint.WRITE_MOMENT),
        "date": (Code.DATE_INVALID, Hint.WRITE_DATE),
        "time": (Code.TIME_INVALID, Hint.WRITE_WALL_TIME),
        **dict.fromkeys(_TYPES, (Code.WRONG_TYPE, Hint.SEE_SCHEMA)),
    }
)


def field_faults(problem: ValidationError, model: type[Value]) -> tuple[Fault, ...]:
    """Return a fault for each wrong field of a ``model`` document, at most ``MOST`` and a rest."""
    count = problem.error_count()
    details = problem.errors(include_url=False)[:MOST]
    faults = [_fault(detail, model) for detail in details]
    if count > MOST:
        rest = error(Code.MORE_FAULTS, (), count - MOST, Hint.CORRECT_THESE_FIRST, shown=MOST)
        faults.append(rest)
    return tuple(faults)


def shown(value: object, steps: Steps = ()) -> object:
    """Return ``value`` as a fault may show it: numbers, short codes, never what is personal."""
    if _SECRET & set(steps):
        return WITHHELD
    if value is None or isinstance(value, bool | int | float):
        return value if len(repr(value)) <= _LONGEST else WITHHELD
    if isinstance(value, str):
        return value if len(value) <= _LONGEST else value[:_LONGEST] + WITHHELD
    return f"[{WITHHELD}]" if isinstance(value, list | tuple) else f"{{{WITHHELD}}}"


def _fault(detail: ErrorDetails, model: type[Value]) -> Fault:
    """Return the fault for one detail of the reading library."""
    kind, steps = detail["type"], detail["loc"]
    if kind in _SPECIAL:
        return _SPECIAL[kind](detail, model)
    value = None if kind == "missing" else shown(detail["input"], steps)
    code, hint = _SIMPLE.get(kind) or _family(kind)
    return error(code, steps, value, hint)


def _family(kind: str) -> tuple[Code, Hint]:
    """Return code and hint for a family of details, such as ``date_parsing``."""
    return _FAMILIES.get(kind.partition("_")[0], (Code.FIELD_INVALID, Hint.SEE_SCHEMA))


def _unknown_field(detail: ErrorDetails, model: type[Value]) -> Fault:
    """Return the fault of a field that the document does not have; its value stays untold."""
    *parents, name = detail["loc"]
    around = model_at(model, tuple(parents))
    close = nearest(str(name), around.model_fields if around else ())
    if close is None:
        return error(Code.FIELD_UNKNOWN, detail["loc"], WITHHELD, Hint.REMOVE_FIELD)
    return error(Code.FIELD_UNKNOWN, detail["loc"], WITHHELD, Hint.DID_YOU_MEAN, suggestion=close)


def _unknown_choice(detail: ErrorDetails, _model: type[Value]) -> Fault:
    """Return the fault of a value that is none of the possible ones."""
    steps, value = detail["loc"], shown(detail["input"], detail["loc"])
    expected = str(detail.get("ctx", {}).get("expected", ""))
    choices = expected.replace(" or ", ", ").replace("'", "")
    close = nearest(str(value), choices.split(", "))
    if close is None:
        return error(Code.CHOICE_UNKNOWN, steps, value, Hint.CHOOSE_ONE, choices=choices)
    return error(
        Code.CHOICE_UNKNOWN, steps, value, Hint.DID_YOU_MEAN, choices=choices, suggestion=close
    )


def _beyond_limit(detail: ErrorDetails, _model: type[Value]) -> Fault:
    """Return the fault of a number or a date outside its limits."""
    steps, value = detail["loc"], shown(detail["input"], detail["loc"])
    code, name = _LIMITS[detail["type"]]
    limit = detail.get("ctx", {}).get(name)
    if not isinstance(limit, int | float):
        return error(Code.DATE_OUT_OF_RANGE, steps, value, Hint.CHECK_DATES)
    if steps[-1] == "duration" and code is Code.NUMBER_TOO_SMALL:
        return error(Code.DURATION_NOT_POSITIVE, steps, value, Hint.WRITE_SECONDS)
    return error(code, steps, value, Hint.STAY_IN_LIMIT, limit=limit)


def _short_list(detail: ErrorDetails, _model: type[Value]) -> Fault:
    """Return the fault of a list with too few entries."""
    context = detail.get("ctx", {})
    least, found = context.get("min_length"), context.get("actual_length")
    return error(Code.LIST_TOO_SHORT, detail["loc"], found, Hint.ADD_ENTRIES, limit=least)


_SPECIAL: Mapping[str, Callable[[ErrorDetails, type[Value]], Fault]] = MappingProxyType(
    {
        "extra_forbidden": _unknown_field,
        "enum": _unknown_choice,
        "literal_error": _unknown_choice,
        "too_short": _short_list,
        **dict.fromkeys(_LIMITS, _beyond_limit),
    }
)
