"""What roster and skills make possible, so that a low figure can be told from an impossible one."""

from collections.abc import Mapping
from dataclasses import dataclass

from planner.model.units import CaregiverId, ClientId, GroupId


@dataclass(frozen=True, slots=True)
class ClientLimits:
    """What is possible for one client in the horizon, all other clients aside.

    ``visits`` are those that count in the contact share. ``by_contact`` is the most of them that
    the contact could do: on duty, skilled, in time for it. ``other_roster`` is the most if as many
    shifts of the contact lay on other days or as other shifts of the roster. ``caregivers`` is the
    least number of different caregivers who can do all meetings, proven. ``contact`` is ``None``
    and both numbers are 0 where nobody is named.
    """

    client: ClientId
    contact: CaregiverId | None
    visits: int
    by_contact: int
    other_roster: int
    caregivers: int

    @property
    def share(self) -> float | None:
        """The highest contact share; ``None`` without contact or visits."""
        return self.by_contact / self.visits if self.visits and self.contact else None


@dataclass(frozen=True, slots=True)
class GroupLimits:
    """What is possible for the clients of ``groups`` (a day group and its evening) together.

    ``visits`` are the counted visits of clients with a contact. ``by_contact`` is the joint
    optimum: proven to be the most of them that the contacts can do when the groups' own shifts do
    all their visits and nobody is in two places at once. A plan that reaches it need not exist.
    ``other_roster`` is as in ``ClientLimits``, for all clients of a contact together.
    """

    groups: tuple[GroupId, ...]
    visits: int
    by_contact: int
    other_roster: int


@dataclass(frozen=True)
class Limits:
    """The limits of every client with a meeting, and of every group."""

    clients: Mapping[ClientId, ClientLimits]
    groups: tuple[GroupLimits, ...]

    @property
    def by_contact(self) -> int:
        """The most visits by contacts in all groups together."""
        return sum(row.by_contact for row in self.groups)

    @property
    def visits(self) -> int:
        """The counted visits of clients with a contact."""
        return sum(row.visits for row in self.groups)
