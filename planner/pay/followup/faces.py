"""Who came, as it was performed: the contact's share and the faces in two weeks (L17, L18, L21).

The measure of a plan is ``planner.score.continuity``; this one counts what was registered.
"""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date, timedelta

from planner.model.units import CaregiverId, ClientId
from planner.pay.model.month import Month
from planner.pay.model.visits import PerformedVisit
from planner.pay.steps.days import day_of

GUIDE = 25
"""The least share of visits by the contact, per cent: a guide value (L18)."""

_FORTNIGHT = timedelta(days=14)
_DAY = timedelta(days=1)


@dataclass(frozen=True, slots=True)
class Faces:
    """One client's month.

    ``visits`` and ``by_contact`` count registered visits, the latter ``None`` without a named
    contact. ``caregivers`` are all that came, ``most`` the most in any 14 days in a row.
    """

    client: ClientId
    visits: int
    by_contact: int | None
    caregivers: int
    most: int

    @property
    def below_guide(self) -> bool:
        """Whether the contact did less than a quarter of the visits."""
        return self.by_contact is not None and self.by_contact * 100 < self.visits * GUIDE


def faces_of(month: Month) -> tuple[Faces, ...]:
    """Return the faces of every client who was visited, sorted by code."""
    contacts = {row.client: row.caregiver for row in month.contacts if row.caregiver}
    found: dict[ClientId, list[PerformedVisit]] = {}
    for visit in month.performed:
        for client in (visit.client, *visit.joint):
            found.setdefault(client, []).append(visit)
    return tuple(_faces(client, found[client], contacts.get(client)) for client in sorted(found))


def _faces(
    client: ClientId, visits: Iterable[PerformedVisit], contact: CaregiverId | None
) -> Faces:
    """Return the faces of one client."""
    met = [(day_of(visit.start), visit.caregiver) for visit in visits]
    own = None if contact is None else sum(1 for _, who in met if who == contact)
    return Faces(client, len(met), own, len({who for _, who in met}), _most(met))


def _most(met: Iterable[tuple[date, CaregiverId]]) -> int:
    """Return the most different caregivers in any 14 days in a row."""
    rows = sorted(met)
    spans = ((day, day + _FORTNIGHT - _DAY) for day in {day for day, _ in rows})
    return max(len({who for day, who in rows if first <= day <= last}) for first, last in spans)
