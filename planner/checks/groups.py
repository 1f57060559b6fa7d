"""Working groups and care contacts: how many clients, how many caregivers, who can be a contact.

Nothing here keeps a plan from being made: a group outside these sizes is told, not refused.
"""

from collections import Counter, defaultdict
from collections.abc import Iterator

from planner.checks.codes import Code, Hint
from planner.checks.report import warning
from planner.checks.subject import Subject
from planner.model.case import GroupKind
from planner.model.clients import Lock
from planner.model.findings import Fault
from planner.model.units import CaregiverId, ClientId, GroupId

MOST_CLIENTS = 18
"""A day group has 15 to 18 clients with orders (L30); a smaller one is no fault."""

MOST_STAFF = 6
"""Three to five contacts and a floater (L29), sometimes four staff, sometimes five or six (L24).

Counted on duty on one day: the employed are more, for somebody always has a day off.
"""

MOST_OF_A_CONTACT = 5
"""A contact has three or four clients (L28); 15 to 18 clients on three contacts make it five."""


def group_sizes(subject: Subject) -> Iterator[Fault]:
    """Yield day groups with more clients or more staff on a day than one group should have."""
    served = {order.client for order in subject.case.orders}
    clients = Counter(row.group for row in subject.case.clients if row.id in served)
    staff = _most_on_duty(subject)
    for number, group in enumerate(subject.case.groups):
        if group.kind is not GroupKind.DAY:
            continue
        for code, count, limit in (
            (Code.GROUP_TOO_MANY_CLIENTS, clients[group.id], MOST_CLIENTS),
            (Code.GROUP_TOO_MANY_STAFF, staff[group.id], MOST_STAFF),
        ):
            if count > limit:
                where = ("groups", number)
                yield warning(code, where, count, Hint.SPLIT_GROUP, group=group.id, limit=limit)


def contact_loads(subject: Subject) -> Iterator[Fault]:
    """Yield caregivers who are the contact of more clients than four or five (L28)."""
    own: dict[CaregiverId, list[int]] = defaultdict(list)
    for number, client in enumerate(subject.case.clients):
        if client.contact is not None:
            own[client.contact].append(number)
    for contact, rows in own.items():
        if len(rows) > MOST_OF_A_CONTACT:
            yield warning(
                Code.CONTACT_WITH_MANY_CLIENTS,
                ("clients", rows[MOST_OF_A_CONTACT], "contact"),
                contact,
                Hint.CHOOSE_ANOTHER_CONTACT,
                count=len(rows),
                limit=MOST_OF_A_CONTACT,
            )


def contact_tasks(subject: Subject) -> Iterator[Fault]:
    """Yield contacts who lack a delegation for personal care of their client (L31, L32)."""
    needed: dict[ClientId, set[str]] = defaultdict(set)
    for order in subject.case.orders:
        for service in order.services:
            if service.personal_care:
                needed[order.client] |= set(service.delegations)
    for number, client in enumerate(subject.case.clients):
        contact = subject.rows.caregivers.get(client.contact) if client.contact else None
        missing = sorted(needed[client.id] - set(contact.delegations)) if contact else []
        if missing:
            yield warning(
                Code.CONTACT_WITHOUT_DELEGATION,
                ("clients", number, "contact"),
                client.contact,
                Hint.CHOOSE_ANOTHER_CONTACT,
                client=client.id,
                delegations=tuple(missing),
            )


def alarm_keys(subject: Subject) -> Iterator[Fault]:
    """Yield clients with an alarm whose door only they can open (U08, U78)."""
    for number, client in enumerate(subject.case.clients):
        if client.alarm and client.lock is Lock.CLIENT_OPENS and client.key_place is None:
            yield warning(
                Code.ALARM_WITHOUT_KEY,
                ("clients", number, "lock"),
                client.lock,
                Hint.FIT_LOCK,
                client=client.id,
            )


def _most_on_duty(subject: Subject) -> Counter[GroupId]:
    """Return the most caregivers of each group on duty on one day."""
    people: dict[GroupId, dict[object, set[CaregiverId]]] = defaultdict(lambda: defaultdict(set))
    for turn in subject.demand.turns:
        shift = subject.rows.shifts[turn.shift]
        caregiver = subject.rows.caregivers.get(shift.caregiver)
        if caregiver is not None and caregiver.group is not None:
            people[caregiver.group][shift.day].add(caregiver.id)
    return Counter({group: max(map(len, days.values())) for group, days in people.items()})
