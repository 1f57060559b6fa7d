"""Clients as they stand in the case: alarm and lock, contact and deputy, wishes, pets."""

from collections.abc import Iterator, Sequence
from random import Random

from api.demo.crew import LANGUAGES, Crew
from api.demo.draft import GroupDraft
from api.demo.needs import FIRST_HOME, Needs
from api.demo.proportions import LUND
from planner.model.clients import Client, Lock, Preferences
from planner.model.staff import Caregiver, Gender
from planner.model.units import CaregiverId, ClientId, GroupId, ProviderId

PROVIDER = ProviderId("P1")
"""The one provider of the demo: the municipality's own home care."""

_CAUTIONS = ("fall_risk", "oxygen", "dementia", "infection", "fire_risk")
_CAUTION = 0.3
_PREFERRED = 0.1
_PROTECTED_EVERY = 4
"""One client in every fourth group has a protected identity. Assumption: 1-2 %."""


def client_code(draft: GroupDraft, number: int) -> ClientId:
    """Return the code of a client by its number in the group."""
    return ClientId(f"C{draft.start.client + number:04d}")


def contact_of(draft: GroupDraft, number: int) -> CaregiverId:
    """Return the care contact of a client: three or four clients each (L28).

    Day contacts come first (L27); those whose number is not enough are helped by the evening's.
    """
    clients = len(draft.clients)
    contacts = -(-clients // LUND.clients_per_contact)
    by_day = draft.by_day.workers[: draft.by_day.contacts]
    staff = [*by_day, *draft.by_evening.workers[: draft.by_evening.contacts]]
    unwelcome = _avoided(draft, draft.clients[number])
    place = number * contacts // clients
    if staff[place].id in unwelcome:
        place = (place + 1) % contacts
    return staff[place].id


def portraits(draft: GroupDraft, rng: Random) -> Iterator[Client]:
    """Yield the clients of a group: those with orders, then those with an alarm only (U79)."""
    alarms = _alarms(draft, rng)
    for needs in draft.clients:
        yield _client(draft, needs, alarms.get(needs.number), rng)
    for number in range(len(draft.clients), len(draft.clients) + draft.size.alarm_only):
        home = draft.site.homes[number - 1]
        yield Client(
            id=client_code(draft, number),
            place=home.id,
            group=GroupId(draft.size.code),
            evening_group=GroupId(draft.size.evening_code),
            provider=PROVIDER,
            alarm=True,
            lock=alarms[number],
        )


def _alarms(draft: GroupDraft, rng: Random) -> dict[int, Lock]:
    """Return who has an alarm, and the lock: a fifth at least with a key at the office (U78)."""
    clients = len(draft.clients)
    chosen = rng.sample(range(clients), round(clients * LUND.alarm))
    chosen += range(clients, clients + draft.size.alarm_only)
    rng.shuffle(chosen)
    keys = round(len(chosen) * LUND.key)
    return {
        number: Lock.KEY if place < keys else Lock.DIGITAL for place, number in enumerate(chosen)
    }


def _client(draft: GroupDraft, needs: Needs, lock: Lock | None, rng: Random) -> Client:
    others = rng.choices((Lock.DIGITAL, Lock.CLIENT_OPENS, Lock.KEY), (6, 3, 1))[0]
    contact = contact_of(draft, needs.number)
    return Client(
        id=client_code(draft, needs.number),
        place=draft.site.homes[needs.row - FIRST_HOME].id,
        group=GroupId(draft.size.code),
        evening_group=GroupId(draft.size.evening_code),
        provider=PROVIDER,
        alarm=lock is not None,
        lock=lock or others,
        contact=contact,
        deputy=_deputy(draft, needs, contact),
        preferences=_wishes(draft, needs, rng),
        pets=needs.pets,
        cautions=(rng.choice(_CAUTIONS),) if rng.random() < _CAUTION else (),
        protected_identity=draft.size.number % _PROTECTED_EVERY == 0 and needs.number == 0,
    )


def _deputy(draft: GroupDraft, needs: Needs, contact: CaregiverId) -> CaregiverId:
    """Return an undersköterska of the other half of the day (L16)."""
    here: Crew = draft.by_evening
    if contact in {worker.id for worker in draft.by_evening.workers}:
        here = draft.by_day
    unwelcome = _avoided(draft, needs)
    may = [worker.id for worker in here.workers[: here.contacts] if worker.id not in unwelcome]
    return may[needs.number % len(may)]


def _wishes(draft: GroupDraft, needs: Needs, rng: Random) -> Preferences:
    woman = rng.random() < LUND.gender_wish
    foreign = rng.random() < LUND.language_wish
    staff = _welcome(draft, needs)
    return Preferences(
        gender=Gender.WOMAN if woman else None,
        languages=(rng.choice(LANGUAGES),) if foreign else (),
        caregivers=(rng.choice(staff).id,) if rng.random() < _PREFERRED else (),
        avoid=_avoided(draft, needs),
    )


def _avoided(draft: GroupDraft, needs: Needs) -> tuple[CaregiverId, ...]:
    number = draft.by_day.limits.avoided if needs.avoids else None
    return () if number is None else (draft.by_day.workers[number].id,)


def _welcome(draft: GroupDraft, needs: Needs) -> Sequence[Caregiver]:
    """Return the caregivers whom a client may ask for by name."""
    staff = [*draft.by_day.workers, *draft.by_evening.workers]
    unwelcome = _avoided(draft, needs)
    return [caregiver for caregiver in staff if caregiver.id not in unwelcome]
