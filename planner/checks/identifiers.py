"""Identifiers: none blank, none twice, none that names what is not there."""

from collections.abc import Iterator, Mapping
from types import MappingProxyType

from planner.checks.codes import Code, Hint
from planner.checks.report import error, json_path, missing_name
from planner.checks.shape import Steps, references
from planner.checks.subject import Subject
from planner.model.findings import Fault

_LISTS = (
    "providers",
    "places",
    "groups",
    "clients",
    "households",
    "orders",
    "caregivers",
    "cars",
    "shifts",
    "meal_deliveries",
)
_KINDS: Mapping[str, tuple[str, Code]] = MappingProxyType(
    {
        "ProviderId": ("providers", Code.PROVIDER_MISSING),
        "PlaceId": ("places", Code.PLACE_MISSING),
        "GroupId": ("groups", Code.GROUP_MISSING),
        "ClientId": ("clients", Code.CLIENT_MISSING),
        "CaregiverId": ("caregivers", Code.CAREGIVER_MISSING),
        "CarId": ("cars", Code.CAR_MISSING),
    }
)
_PAST = frozenset({"history", "base_plan"})
"""Lists that may name people who have left since."""

RESERVED = ".@:"
"""Signs that separate the parts of a visit's id, and so cannot stand in a visit label."""


def own_identifiers(subject: Subject) -> Iterator[Fault]:
    """Yield identifiers that are blank, or taken by an entry before."""
    for rows in _identified(subject):
        first: dict[str, Steps] = {}
        for steps, name in rows:
            if not name.strip() or not name.isprintable():
                yield error(Code.ID_BLANK, (*steps, "id"), name, Hint.GIVE_ID)
            elif name in first:
                path = json_path(*first[name], "id")
                yield error(Code.ID_DUPLICATE, (*steps, "id"), name, Hint.RENAME, first=path)
            first.setdefault(name, steps)


def named_identifiers(subject: Subject) -> Iterator[Fault]:
    """Yield references to providers, places, groups, clients, caregivers and cars not there.

    Earlier visits and the base plan may name who has left since.
    """
    known = {
        kind: {row.id for row in getattr(subject.case, name)} for kind, (name, _) in _KINDS.items()
    }
    for reference in references(subject.case):
        if reference.steps[0] in _PAST:
            continue
        if reference.kind in known and reference.name not in known[reference.kind]:
            code = _KINDS[reference.kind][1]
            yield missing_name(code, reference.steps, reference.name, known[reference.kind])


def visit_labels(subject: Subject) -> Iterator[Fault]:
    """Yield visit labels that would make two visits one."""
    for steps, _, service in subject.services():
        if any(sign in service.visit for sign in RESERVED):
            where = (*steps, "visit")
            yield error(Code.LABEL_RESERVED_SIGN, where, service.visit, Hint.RENAME, signs=RESERVED)


def _identified(subject: Subject) -> Iterator[list[tuple[Steps, str]]]:
    """Yield each list of identified entries, the services of all orders as one list."""
    for name in _LISTS:
        rows = enumerate(getattr(subject.case, name))
        yield [((name, number), row.id) for number, row in rows]
    yield [(steps, service.id) for steps, _, service in subject.services()]
