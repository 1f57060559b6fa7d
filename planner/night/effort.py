"""How hard a night searches: moves per visit, by the length of the horizon.

A horizon of few days has few visits, and a search that is short in all stays further from what a
long one finds: a group's day needs some ten million moves, whatever a fortnight gets per visit.
"""

from dataclasses import dataclass
from math import ceil

TEAM, TEAM_OF_A_DAY = 60_000, 200_000
"""Moves per visit for a team: at least, and for a single day."""

DISTRICT, DISTRICT_OF_A_DAY = 10_000, 30_000
"""The same for the search of a whole district that follows."""


@dataclass(frozen=True, slots=True)
class Effort:
    """Moves per visit, for teams and for districts."""

    team: int
    district: int


def effort(days: int, team: int | None = None, district: int | None = None) -> Effort:
    """Return how hard to search ``days`` (1 or more), where ``None`` leaves a number to us."""
    return Effort(
        max(TEAM, ceil(TEAM_OF_A_DAY / days)) if team is None else team,
        max(DISTRICT, ceil(DISTRICT_OF_A_DAY / days)) if district is None else district,
    )
