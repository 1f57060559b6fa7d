"""A plan held against what is possible."""

from collections.abc import Iterator
from dataclasses import dataclass
from statistics import fmean

from planner.model.units import ClientId
from planner.score.continuity.limits import Limits
from planner.score.continuity.measure import Continuity
from planner.score.continuity.shares import GUIDE

OF_POSSIBLE = 0.85
"""The share of the own possible maximum that counts as good where the guide value is too high."""


@dataclass(frozen=True, slots=True)
class Reached:
    """Shares in [0, 1] of what is possible; ``None`` where nothing can be compared.

    ``of_joint`` is the visits by contacts over the joint optimum of the groups. ``clients`` is the
    share of clients whose contact share reaches 25 %, or 85 % of their own maximum where that is
    less; ``below`` names the others. ``caregivers`` is the mean over clients of different
    caregivers over the proven minimum, 1 or more.
    """

    of_joint: float | None
    clients: float | None
    below: tuple[ClientId, ...]
    caregivers: float | None


def reached(continuity: Continuity, limits: Limits) -> Reached:
    """Return how near ``continuity``, of the planned days alone, comes to ``limits``."""
    below = tuple(sorted(_below(continuity, limits)))
    held = len(continuity.shares)
    done = continuity.total.visits_by_contact
    faces = [
        count / limits.clients[client].caregivers
        for client, count in continuity.faces.items()
        if client in limits.clients and limits.clients[client].caregivers
    ]
    return Reached(
        of_joint=done / limits.by_contact if limits.by_contact else None,
        clients=1 - len(below) / held if held else None,
        below=below,
        caregivers=fmean(faces) if faces else None,
    )


def goal_of(limits: Limits, client: ClientId) -> float:
    """Return the share that a client should have: 25 %, or 85 % of the own maximum if less."""
    possible = limits.clients[client].share
    return min(GUIDE, OF_POSSIBLE * (possible or 0.0))


def _below(continuity: Continuity, limits: Limits) -> Iterator[ClientId]:
    for client, row in continuity.shares.items():
        if client in limits.clients and (row.share or 0.0) < goal_of(limits, client):
            yield client
