"""Households that are visited together, and visits that are turned down."""

from collections.abc import Iterable, Mapping, Sequence
from datetime import date, time, timedelta
from typing import TypeVar

from planner.checker.clock import on_the_wall, seconds
from planner.model.case import Case
from planner.model.clients import Client, HouseholdMode

Key = tuple[str, date, str]
"""A client, a day, a label."""

_Row = TypeVar("_Row")


class Hosts:
    """Knows in whose visit each client of a household together is helped."""

    def __init__(self, case: Case) -> None:
        """Read the households, absences and cancellations of ``case``."""
        self.turned_down = {row.visit for row in case.cancellations}
        self._together = [
            row.clients for row in case.households if row.mode is HouseholdMode.TOGETHER
        ]
        self._away = [
            (row.client, seconds(row.start), seconds(row.end)) for row in case.client_absences
        ]

    def merged(
        self, visits: Mapping[Key, list[_Row]], people: Mapping[str, Client]
    ) -> dict[Key, list[_Row]]:
        """Return ``visits`` with those of a household that is together joined under the first."""
        found = dict(visits)
        for clients in self._together:
            for day, label in self._calls(clients, visits):
                keys = [(who, day, label) for who in clients if (who, day, label) in visits]
                if len(keys) > 1 and self._are_together(clients, keys, people):
                    found[keys[0]] = [row for key in keys for row in found.pop(key)]
        return found

    def _calls(self, clients: Sequence[str], visits: Iterable[Key]) -> list[tuple[date, str]]:
        return sorted({(day, label) for who, day, label in visits if who in clients})

    def _are_together(
        self, clients: Sequence[str], keys: Sequence[Key], people: Mapping[str, Client]
    ) -> bool:
        _, day, label = keys[0]
        plain = not {".", "@"} & set(label)
        one_home = len({people[who].place for who, _, _ in keys}) == 1
        ids = {f"{who}:{day.isoformat()}:{label}" for who, _, _ in keys}
        return plain and one_home and not ids & self.turned_down and self._all_there(clients, day)

    def _all_there(self, clients: Sequence[str], day: date) -> bool:
        """Tell whether no absence touches the day."""
        begins, ends = on_the_wall(day, time()), on_the_wall(day + timedelta(days=1), time())
        return not any(
            who in clients and start < ends and begins <= end for who, start, end in self._away
        )
