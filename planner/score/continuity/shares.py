"""The share of a client's visits that the care contact does (L13, L17-L19, L27)."""

from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass

from planner.model.clients import Client
from planner.model.units import ClientId
from planner.score.continuity.encounters import Encounter

GUIDE = 0.25
"""The share of visits that the contact should do at least (L18)."""


@dataclass(frozen=True, slots=True)
class ContactShare:
    """Visits, weights and seconds by the contact and in all.

    A double-staffed visit counts once, for seat 1, whose caregiver does the services (U70).
    """

    visits: int = 0
    visits_by_contact: int = 0
    weight: int = 0
    weight_by_contact: int = 0
    seconds: int = 0
    seconds_by_contact: int = 0

    @property
    def share(self) -> float | None:
        """Share of the visits, in [0, 1]; ``None`` without visits."""
        return self.visits_by_contact / self.visits if self.visits else None

    @property
    def weighted(self) -> float | None:
        """Share of the weighted visits: personal care by day weighs most."""
        return self.weight_by_contact / self.weight if self.weight else None

    @property
    def timed(self) -> float | None:
        """Share of the visits' seconds."""
        return self.seconds_by_contact / self.seconds if self.seconds else None


def shares_of(
    clients: Iterable[Client], met: Iterable[Encounter]
) -> Mapping[ClientId, ContactShare]:
    """Return the share of every client with a named contact and a visit that counts."""
    own: dict[ClientId, list[Encounter]] = defaultdict(list)
    for row in met:
        if row.seat == 1 and not row.guest:
            own[row.client].append(row)
    named = (client for client in clients if client.contact is not None and client.id in own)
    return {client.id: share_of(client, own[client.id]) for client in named}


def share_of(client: Client, rows: Sequence[Encounter]) -> ContactShare:
    """Return what the contact of ``client`` does of ``rows``."""
    by_contact = [row for row in rows if row.caregiver == client.contact]
    return ContactShare(
        visits=len(rows),
        visits_by_contact=len(by_contact),
        weight=sum(row.weight for row in rows),
        weight_by_contact=sum(row.weight for row in by_contact),
        seconds=sum(row.seconds for row in rows),
        seconds_by_contact=sum(row.seconds for row in by_contact),
    )


def together(shares: Iterable[ContactShare]) -> ContactShare:
    """Return the shares of several clients added up."""
    rows = tuple(shares)
    return ContactShare(
        visits=sum(row.visits for row in rows),
        visits_by_contact=sum(row.visits_by_contact for row in rows),
        weight=sum(row.weight for row in rows),
        weight_by_contact=sum(row.weight_by_contact for row in rows),
        seconds=sum(row.seconds for row in rows),
        seconds_by_contact=sum(row.seconds_by_contact for row in rows),
    )
