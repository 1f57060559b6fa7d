"""Which working groups must be planned together, and which merely help one another.

Groups that share a client (its day and its evening group), a household or a car are one *team*:
nothing of the law ties two teams together but staff who may work in both. Teams of one district
share floaters and lend caregivers (L29); districts share nothing.
"""

from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass

from planner.model.case import Case
from planner.model.units import GroupId

NOWHERE = ""
"""The name of the district of clients and staff without a group."""


@dataclass(frozen=True, slots=True)
class Team:
    """Groups that share clients, households or cars, named after them; sorted."""

    id: str
    groups: tuple[GroupId, ...]


@dataclass(frozen=True, slots=True)
class District:
    """Teams whose groups lie in one district (or in several, where a team spans them)."""

    id: str
    teams: tuple[Team, ...]

    @property
    def groups(self) -> tuple[GroupId, ...]:
        """All groups of the district, sorted."""
        return tuple(sorted(group for team in self.teams for group in team.groups))


def districts_of(case: Case) -> tuple[District, ...]:
    """Return the districts of ``case`` in the order of their names.

    Where clients or caregivers have no group, they may belong anywhere: then everything is one
    district, since any of its parts could need them.
    """
    teams = _teams(case)
    places = _places(case, teams)
    return tuple(
        District(name, tuple(sorted(members, key=lambda team: team.id)))
        for name, members in sorted(places.items())
    )


def _teams(case: Case) -> tuple[Team, ...]:
    clients = {client.id: client for client in case.clients}
    ties: list[list[GroupId]] = [[group.id] for group in case.groups]
    ties.extend(_named(client.group, client.evening_group) for client in case.clients)
    for household in case.households:
        rows = [clients[name] for name in household.clients if name in clients]
        ties.append([g for row in rows for g in _named(row.group, row.evening_group)])
    ties.extend(_sharing_a_car(case))
    known = {group.id for group in case.groups}
    found = _joined([[name for name in tie if name in known] for tie in ties])
    return tuple(Team("+".join(row), tuple(GroupId(name) for name in row)) for row in found)


def _sharing_a_car(case: Case) -> Iterable[list[GroupId]]:
    """Yield the groups whose caregivers drive the same car."""
    own = {person.id: person.group for person in case.caregivers}
    users: dict[str, set[GroupId]] = defaultdict(set)
    for shift in case.shifts:
        group = own.get(shift.caregiver)
        if shift.car is not None and group is not None:
            users[shift.car].add(group)
    return [sorted(groups) for groups in users.values()]


def _places(case: Case, teams: Iterable[Team]) -> Mapping[str, list[Team]]:
    """Return the teams by district; a district of several names where a team lies in several."""
    where = {group.id: group.district for group in case.groups}
    names = _joined([[where[group] for group in team.groups] for team in teams])
    if _somebody_without_group(case):
        names = [sorted({name for part in names for name in part})]
    label = {str(name): "+".join(part) for part in names for name in part}
    found: dict[str, list[Team]] = defaultdict(list)
    for team in teams:
        found[label[where[team.groups[0]]]].append(team)
    return found or {NOWHERE: []}


def _somebody_without_group(case: Case) -> bool:
    ordering = {order.client for order in case.orders} | {
        delivery.client for delivery in case.meal_deliveries
    }
    return any(person.group is None for person in case.caregivers) or any(
        client.group is None and client.evening_group is None
        for client in case.clients
        if client.id in ordering
    )


def _named(*groups: GroupId | None) -> list[GroupId]:
    return [group for group in groups if group is not None]


def _joined(ties: Iterable[Sequence[str]]) -> list[list[str]]:
    """Return the sets of names that are tied together, directly or through others; sorted."""
    parent: dict[str, str] = {}

    def root(name: str) -> str:
        while parent[name] != name:
            parent[name] = parent[parent[name]]
            name = parent[name]
        return name

    for tie in ties:
        for name in tie:
            parent.setdefault(name, name)
            parent[root(name)] = root(tie[0])
    sets: dict[str, list[str]] = defaultdict(list)
    for name in parent:
        sets[root(name)].append(name)
    return sorted(sorted(part) for part in sets.values())
