"""Propose care contacts and deputies for a case."""

from planner.contacts.assignment import Assignment, Wish, named
from planner.model.case import Case
from planner.ports import Addresses, ContactAssigner, TravelTimes
from planner.usecases.prepare import checked, instance_of


def assign_contacts(  # noqa: PLR0913  what to assign, with what
    case: Case,
    wish: Wish,
    *,
    assigner: ContactAssigner,
    travel: TravelTimes,
    addresses: Addresses,
    seed: int,
) -> tuple[Case, Assignment]:
    """Return ``case`` with the proposed contacts and deputies, and why each was chosen.

    Raises ``CaseRefused`` with every fault of the case, and ``UnknownClientsError`` for a wish to
    change of somebody who is no client.
    """
    unknown = wish.change - {client.id for client in case.clients}
    if unknown:
        raise UnknownClientsError(tuple(sorted(unknown)))
    located, _ = checked(case, addresses)
    assignment = assigner.assign(instance_of(located, travel), wish, seed=seed)
    return named(case, assignment), assignment


class UnknownClientsError(ValueError):
    """A wish speaks of clients whom the case does not have; ``clients`` are their codes."""

    def __init__(self, clients: tuple[str, ...]) -> None:
        """Note ``clients``."""
        super().__init__(f"no such clients: {', '.join(clients)}; see the case's list of clients")
        self.clients = clients
