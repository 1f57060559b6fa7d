"""A proposal of care contacts and deputies, with what spoke for each (L09, L16, L20, L28, L31)."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date, timedelta
from enum import StrEnum

from planner.model.case import Case
from planner.model.units import CaregiverId, ClientId, Seconds

NAMED_WITHIN = timedelta(days=14)
"""After the start of the order, or the wish to change, a contact is named (L09, L10)."""

USUAL_CLIENTS = 4
"""How many clients a contact has at most, if it can be (L28)."""


class Why(StrEnum):
    """Why a contact is what it is in a proposal."""

    KEPT = "kept"
    NEW = "new"
    WISH = "wish"
    GONE = "gone"
    LEAVE = "leave"
    ROLE = "role"
    SKILLS = "skills"
    AVOIDED = "avoided"
    FREE = "free"
    NOBODY = "nobody"


@dataclass(frozen=True, slots=True)
class Wish:
    """What the proposal may change.

    Existing contacts stay unless they must go; ``free`` gives all of them up. ``change`` are
    clients who ask for another contact (L10).
    """

    free: bool = False
    change: frozenset[ClientId] = frozenset()
    usual_clients: int = USUAL_CLIENTS


@dataclass(frozen=True, slots=True)
class Fit:
    """How a caregiver suits a client, in the order in which it counts (L31).

    ``lacking`` counts visits in the horizon for which a skill or delegation is missing;
    ``reached`` those of ``visits`` that the caregiver's shifts allow, ``weight`` the same with
    personal care by day weighing most; ``near`` is the mean travel from the contact's other
    clients, in seconds.
    """

    lacking: int
    reached: int
    weight: int
    visits: int
    near: Seconds


@dataclass(frozen=True, slots=True)
class Choice:
    """The contact and deputy proposed for a client.

    ``why`` tells why the contact is the old one or had to change. ``due`` is the day by which one
    must be named, ``late`` that it has passed without one. ``others`` are how the next best
    candidates would have suited.
    """

    client: ClientId
    contact: CaregiverId | None
    deputy: CaregiverId | None
    before: CaregiverId | None
    why: Why
    due: date
    late: bool
    fit: Fit | None
    others: Mapping[CaregiverId, Fit] = field(default_factory=dict)


@dataclass(frozen=True, slots=True)
class Assignment:
    """A choice for every client with visits, and how many clients each contact then has."""

    choices: tuple[Choice, ...]
    clients: Mapping[CaregiverId, int]


def named(case: Case, assignment: Assignment) -> Case:
    """Return ``case`` with the contacts and deputies of ``assignment``."""
    chosen = {choice.client: choice for choice in assignment.choices}
    clients = tuple(
        client.model_copy(
            update={"contact": chosen[client.id].contact, "deputy": chosen[client.id].deputy}
        )
        if client.id in chosen
        else client
        for client in case.clients
    )
    return case.model_copy(update={"clients": clients})
