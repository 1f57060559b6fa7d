"""Continuity of a plan together with the days before it, over a rolling 14 days."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date
from statistics import fmean, median

from planner.model.instance import Instance
from planner.model.plan import Plan
from planner.model.units import ClientId
from planner.score.continuity.encounters import rolling
from planner.score.continuity.faces import kolada_faces, lund_faces
from planner.score.continuity.shares import GUIDE, ContactShare, shares_of, together


@dataclass(frozen=True)
class Continuity:
    """Contact shares and faces of each client; shares in [0, 1], ``None`` where nothing counts.

    ``shares`` holds clients with a named contact, ``personal`` the same among visits with personal
    care, ``faces`` everybody who met somebody (Lund's count), ``kolada`` whom the national measure
    holds. See ``docs/continuity.md`` for what counts.
    """

    shares: Mapping[ClientId, ContactShare]
    personal: Mapping[ClientId, ContactShare]
    faces: Mapping[ClientId, int]
    kolada: Mapping[ClientId, int]

    @property
    def total(self) -> ContactShare:
        """The shares of all clients added up."""
        return together(self.shares.values())

    @property
    def contact_share(self) -> float | None:
        """The share of all visits of clients with a contact."""
        return self.total.share

    @property
    def personal_contact_share(self) -> float | None:
        """The share of their visits with personal care (L19)."""
        return together(self.personal.values()).share

    @property
    def worst(self) -> tuple[float, ClientId] | None:
        """The least share and whose it is; of equal ones the first code."""
        rows = ((row.share, client) for client, row in self.shares.items())
        return min(((share, client) for share, client in rows if share is not None), default=None)

    @property
    def worst_contact_share(self) -> float | None:
        """The share of the client with the least."""
        return None if self.worst is None else self.worst[0]

    @property
    def worst_contact_client(self) -> ClientId | None:
        """The client with the least share."""
        return None if self.worst is None else self.worst[1]

    @property
    def at_guide(self) -> float | None:
        """The share of clients whose contact does a quarter of the visits or more (L18)."""
        if not self.shares:
            return None
        return fmean((row.share or 0.0) >= GUIDE for row in self.shares.values())

    @property
    def mean_caregivers(self) -> float:
        """Different caregivers per client by Lund's count, mean."""
        return fmean(self.faces.values()) if self.faces else 0.0

    @property
    def kolada_mean(self) -> float | None:
        """Different caregivers per client by the national measure, mean."""
        return fmean(self.kolada.values()) if self.kolada else None

    @property
    def kolada_median(self) -> float | None:
        """The same, median."""
        return median(self.kolada.values()) if self.kolada else None


def continuity_of(instance: Instance, plan: Plan, last: date | None = None) -> Continuity:
    """Return the continuity of the 14 days that end with ``last`` (by default the horizon's end).

    Days before the horizon are those of the case's history.
    """
    met = rolling(instance, plan, last)
    clients = instance.case.clients
    return Continuity(
        shares=shares_of(clients, met),
        personal=shares_of(clients, (row for row in met if row.personal_care)),
        faces=lund_faces(met),
        kolada=kolada_faces(met, instance.caregivers),
    )
