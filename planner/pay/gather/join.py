"""Join the documents of one month; the order in which they came does not matter.

Rows with the same identifier are one row. Where they differ, the one of the document written last
counts and a warning says so; where no document is later (``written`` is the same, or not given),
none of them counts and an error names the row.
"""

from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from types import MappingProxyType
from typing import Any

from planner.model.base import Value
from planner.model.findings import Fault
from planner.model.units import ProviderId
from planner.pay.checks.codes import PayCode, PayHint
from planner.pay.checks.report import error, warning
from planner.pay.checks.subject import VISITS
from planner.pay.model.month import Month
from planner.pay.settlement import MonthKey

LISTS = tuple(
    name
    for name, field in Month.model_fields.items()
    if name != "withdrawn" and getattr(field.annotation, "__origin__", None) is tuple
)
"""The lists of a month, in the order of the document."""

_SINGLE = ("demo", "settled", "calendar", "settings")

Name = tuple[str, ...]
"""What a row is called: its list (``visits`` for all four of visits) and its identifier."""


@dataclass(frozen=True, slots=True)
class Joined:
    """A month, and what was superseded (warnings) or left out (errors) on the way."""

    month: Month
    faults: tuple[Fault, ...]


@dataclass(frozen=True, slots=True)
class _Claim:
    """What one document says of one row: the row in its list; ``None``: it is withdrawn."""

    written: float
    place: str
    row: Any

    @property
    def content(self) -> tuple[str, str]:
        """What is said; equal contents are no clash."""
        text = self.row.model_dump_json() if isinstance(self.row, Value) else repr(self.row)
        return self.place, text


def key_of(month: Month) -> MonthKey:
    """Return which month of which unit ``month`` is about."""
    return MonthKey(month.municipality, month.provider, month.unit, month.month)


def join(key: MonthKey, documents: Sequence[Month]) -> Joined:
    """Return the month ``key`` that ``documents``, all about it, say; none of them is no month."""
    claims: dict[Name, list[_Claim]] = defaultdict(list)
    for document in documents:
        for name, claim in _claims(document):
            claims[name].append(claim)
    rows: dict[str, Any] = {name: [] for name in LISTS}
    faults = []
    for name in sorted(claims):
        counts, fault = _decided(name, claims[name])
        faults += [fault] if fault else []
        if counts is None or counts.row is None:
            continue
        if name[0] in _SINGLE:
            rows[counts.place] = _with(rows, name, counts.row)
        else:
            rows[counts.place].append(counts.row)
    lists = {name: tuple(rows[name]) for name in LISTS}
    empty = Month(
        id=f"{key.municipality} {key.month}",
        municipality=key.municipality,
        provider=ProviderId(key.provider),
        unit=key.unit,
        month=key.month,
        clients=(),
    )
    return Joined(empty.model_copy(update={**rows, **lists}), tuple(faults))


def _claims(document: Month) -> Iterator[tuple[Name, _Claim]]:
    """Yield all that ``document`` says, by what it is about."""
    written = document.written.timestamp() if document.written else float("-inf")
    for place in LISTS:
        for row in getattr(document, place):
            yield _name(place, row), _Claim(written, place, row)
    for gone in document.withdrawn:
        yield _name(gone.list, gone), _Claim(written, gone.list, None)
    for name in ("demo", "settled", "calendar"):
        if name in document.model_fields_set and getattr(document, name) is not None:
            yield (name,), _Claim(written, name, getattr(document, name))
    for name, value in document.settings.items():
        yield ("settings", name), _Claim(written, "settings", value)


def _name(place: str, row: Any) -> Name:  # noqa: ANN401  rows of any list
    """Return what ``row`` of the list ``place`` is called."""
    if place == "orders":
        return place, row.id, f"{row.version:09d}"
    if place == "contacts":
        return place, row.client
    return "visits" if place in VISITS else place, row.id


def _decided(name: Name, claims: Sequence[_Claim]) -> tuple[_Claim | None, Fault | None]:
    """Return the claim that counts, if one does, and what is to be told about the others."""
    if all(claim.row is None for claim in claims):
        where = claims[0].place, *name[1:]
        return None, warning(PayCode.ROW_NOT_THERE, where, None, PayHint.SEE_DOCUMENTS)
    if len(claims) == 1:
        return claims[0], None
    latest = max(claim.written for claim in claims)
    last = {claim.content: claim for claim in claims if claim.written == latest}
    claim = last[min(last)]
    place = claim.place
    if len(last) > 1:
        where, hint = (place, *name[1:]), PayHint.WRITE_LATER
        return None, error(PayCode.ROW_CLASH, where, None, hint, documents=len(last))
    others = len({row.content for row in claims}) - 1
    if not others:
        return claim, None
    code = PayCode.ROW_WITHDRAWN if claim.row is None else PayCode.ROW_SUPERSEDED
    return claim, warning(code, (place, *name[1:]), None, PayHint.SEE_DOCUMENTS, earlier=others)


def _with(single: Mapping[str, Any], name: Name, value: object) -> object:
    """Return ``value``, or for a setting all settings with it."""
    if len(name) == 1:
        return value
    return MappingProxyType({**single.get(name[0], {}), name[1]: value})
