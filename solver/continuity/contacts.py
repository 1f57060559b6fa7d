"""Assigns care contacts and deputies; implements ``planner.ports.ContactAssigner``."""

from collections import Counter
from collections.abc import Mapping, Sequence
from dataclasses import dataclass

import numpy as np

from planner.contacts.assignment import NAMED_WITHIN, Assignment, Choice, Fit, Why, Wish
from planner.model.clients import Client
from planner.model.instance import Instance
from planner.model.units import CaregiverId, ClientId, Seconds
from solver.continuity.ground import Ground, ground_of, home_of
from solver.continuity.naming import Naming, name
from solver.continuity.suiting import (
    Suit,
    clients_with_visits,
    roads_between,
    suits_of,
    weights_of,
    why_change,
)

NEXT_BEST = 2
"""How many other candidates a choice tells of."""

Suits = Mapping[ClientId, Mapping[CaregiverId, Suit]]
Names = Mapping[ClientId, CaregiverId]


@dataclass(frozen=True, slots=True)
class ContactAssigner:
    """Names contacts by what they may do, when they work and where their clients live."""

    def assign(self, instance: Instance, wish: Wish, *, seed: int) -> Assignment:
        """Return a contact and a deputy for every client with visits; nobody where nobody may be.

        The same instance, wish and seed give the same assignment.
        """
        ground = ground_of(instance)
        suits = suits_of(ground)
        clients = clients_with_visits(ground)
        why = {client.id: why_change(ground, client, wish, suits[client.id]) for client in clients}
        contacts: dict[ClientId, CaregiverId] = {}
        deputies: dict[ClientId, CaregiverId] = {}
        for groups in ground.communities:
            own = [client for client in clients if home_of(client) in groups]
            if own:
                named = _contacts(ground, own, suits, why, wish, seed)
                contacts |= named
                deputies |= _deputies(ground, own, suits, named, wish, seed)
        choices = tuple(
            _choice(ground, client, suits[client.id], why[client.id], contacts, deputies)
            for client in clients
        )
        return Assignment(choices, dict(sorted(Counter(contacts.values()).items())))


def _contacts(  # noqa: PLR0913, PLR0917  what a choice depends on
    ground: Ground,
    clients: Sequence[Client],
    suits: Suits,
    why: Mapping[ClientId, Why],
    wish: Wish,
    seed: int,
) -> Names:
    kept = {
        client.id: client.contact
        for client in clients
        if why[client.id] is Why.KEPT and client.contact is not None
    }
    pairs = {
        (client.id, person): own
        for client in clients
        for person, own in suits[client.id].items()
        if client.id in kept or why[client.id] is not Why.WISH or person != client.contact
    }
    outside = {c: p for c, p in kept.items() if (c, p) not in pairs}
    task = Naming(
        clients=[client.id for client in clients if client.id not in outside],
        lacking={pair: own.lacking for pair, own in pairs.items() if pair[0] not in outside},
        gain={pair: own.weight for pair, own in pairs.items() if pair[0] not in outside},
        locked={client: person for client, person in kept.items() if client not in outside},
        roads=roads_between(ground, [c for c in clients if c.id not in outside]),
        usual=wish.usual_clients,
    )
    return outside | dict(name(task, seed))


def _deputies(  # noqa: PLR0913, PLR0917  as above
    ground: Ground,
    clients: Sequence[Client],
    suits: Suits,
    contacts: Names,
    wish: Wish,
    seed: int,
) -> Names:
    """Name deputies who can come when the contact cannot (L16)."""
    gain: dict[tuple[ClientId, CaregiverId], int] = {}
    lacking: dict[tuple[ClientId, CaregiverId], int] = {}
    for client in clients:
        first = suits[client.id].get(contacts.get(client.id, CaregiverId("")))
        weights = weights_of(ground, ground.counted[client.id])
        for person, own in suits[client.id].items():
            if person != contacts.get(client.id):
                free = own.mask if first is None else own.mask * (1 - first.mask)
                gain[client.id, person] = int((weights * free).sum())
                lacking[client.id, person] = own.lacking
    rows = [client for client in clients if any(pair[0] == client.id for pair in gain)]
    kept = {
        client.id: client.deputy
        for client in rows
        if not wish.free and client.deputy is not None and (client.id, client.deputy) in gain
    }
    task = Naming(
        clients=[client.id for client in rows],
        lacking=lacking,
        gain=gain,
        locked=kept,
        roads=roads_between(ground, rows),
        usual=wish.usual_clients,
    )
    return name(task, seed)


def _choice(  # noqa: PLR0913, PLR0917  what is told of a choice
    ground: Ground,
    client: Client,
    suits: Mapping[CaregiverId, Suit],
    why: Why,
    contacts: Names,
    deputies: Names,
) -> Choice:
    contact = contacts.get(client.id)
    orders = [row.start for row in ground.instance.case.orders if row.client == client.id]
    first = ground.instance.case.horizon.first
    due = min(orders, default=first) + NAMED_WITHIN
    ranked = sorted(suits, key=lambda p: (suits[p].lacking, -suits[p].weight, p))
    others = [person for person in ranked if person != contact][:NEXT_BEST]

    def fit(person: CaregiverId) -> Fit:
        return _fit(ground, client, suits[person], person, contacts)

    return Choice(
        client=client.id,
        contact=contact,
        deputy=deputies.get(client.id),
        before=client.contact,
        why=why if contact is not None else Why.NOBODY,
        due=due,
        late=client.contact is None and first > due,
        fit=fit(contact) if contact is not None and contact in suits else None,
        others={person: fit(person) for person in others},
    )


def _fit(ground: Ground, client: Client, suit: Suit, person: CaregiverId, contacts: Names) -> Fit:
    mates = [
        other
        for other in ground.instance.case.clients
        if contacts.get(other.id) == person and other.id != client.id
    ]
    roads = roads_between(ground, [client, *mates])[0, 1:]
    return Fit(
        lacking=suit.lacking,
        reached=suit.reached,
        weight=suit.weight,
        visits=len(suit.mask),
        near=Seconds(int(np.mean(roads)) if len(roads) else 0),
    )
