"""The case of some groups of a larger case: their clients, their staff, and nothing else."""

from collections.abc import Collection, Iterator
from typing import Any

from planner.model.base import Value
from planner.model.case import Case
from planner.model.units import GroupId

PART = "/"
"""Stands in the id of every case that is a part of another: ``MUNICIPALITY/DISTRICT/TEAM``."""

_LEFT_THE_ROSTER = frozenset({"history"})
"""Lists whose caregivers need not be on the roster."""


def part_of(case: Case, groups: Collection[GroupId], *names: str) -> Case:
    """Return what ``groups`` have of ``case``, as a case of its own.

    Its id is the municipality and ``names``, so that one unit has one id every night. A client
    belongs to its day group and its evening group, a caregiver to the own group; whoever has no
    group belongs to every part. Every other row goes with the client, visit and caregiver that it
    names; places and cars stay where something of the part speaks of them. Identifiers stay, so
    that plans of parts and of the whole speak of the same visits.
    """
    own = frozenset(groups)
    clients = tuple(row for row in case.clients if _has(own, row.group, row.evening_group))
    caregivers = tuple(row for row in case.caregivers if _has(own, row.group))
    codes = frozenset(str(row.id) for row in clients)
    staff = frozenset(str(row.id) for row in caregivers)
    kept: dict[str, Any] = {
        "id": PART.join((case.municipality, *names)),
        "groups": tuple(row for row in case.groups if row.id in own),
        "clients": clients,
        "caregivers": caregivers,
        "households": tuple(row for row in case.households if codes.issuperset(row.clients)),
    }
    for name in type(case).model_fields:
        rows = getattr(case, name)
        if name not in kept and isinstance(rows, tuple):
            roster = None if name in _LEFT_THE_ROSTER else staff
            kept[name] = tuple(row for row in rows if _goes_with(row, codes, roster))
    return _trimmed(case.model_copy(update=kept))


def _goes_with(row: Value, clients: frozenset[str], staff: frozenset[str] | None) -> bool:
    """Tell whether everybody whom ``row`` names is in the part."""
    client, caregiver = getattr(row, "client", None), getattr(row, "caregiver", None)
    visit = getattr(row, "visit", None)
    return (
        (client is None or client in clients)
        and (caregiver is None or staff is None or caregiver in staff)
        and (visit is None or _is_of(str(visit), clients))
    )


def _is_of(visit: str, clients: frozenset[str]) -> bool:
    """Tell whether ``visit`` is one of ``clients``; a code may hold colons."""
    parts = visit.split(":")
    return any(":".join(parts[:count]) in clients for count in range(1, len(parts)))


def _trimmed(case: Case) -> Case:
    """Return ``case`` without the cars and places that nothing else in it names."""
    others = case.model_dump(exclude={"places", "cars"})
    named = frozenset(_texts(others))
    cars = tuple(row for row in case.cars if row.id in named)
    named |= frozenset(row.place for row in cars)
    places = tuple(row for row in case.places if row.id in named)
    return case.model_copy(update={"cars": cars, "places": places})


def _texts(content: object) -> Iterator[str]:
    """Yield every text in a document."""
    if isinstance(content, str):
        yield content
    elif isinstance(content, dict):
        for value in content.values():
            yield from _texts(value)
    elif isinstance(content, list | tuple):
        for value in content:
            yield from _texts(value)


def _has(own: frozenset[GroupId], *groups: GroupId | None) -> bool:
    """Tell whether one of ``groups`` is ours; without any, somebody belongs everywhere."""
    named = [group for group in groups if group is not None]
    return not named or any(group in own for group in named)
