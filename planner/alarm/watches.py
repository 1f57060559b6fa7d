"""Who must be reached when: the alarm clients of a case, day by day."""

from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass

from planner.calendar.clock import instant, instant_of
from planner.calendar.errands import days_of
from planner.model.alarm import AlarmService
from planner.model.case import Case, Provider
from planner.model.clients import Client, Lock
from planner.model.instance import Instance
from planner.model.staff import Shift
from planner.model.units import ClientId, GroupId, Instant, PlaceId, ProviderId, Seconds, ShiftId
from planner.model.visits import Span


@dataclass(frozen=True, slots=True)
class Watch:
    """A client who is reached within ``limit`` seconds of every call in a span of one day.

    Calls at ``span.earliest`` count, calls at ``span.latest`` do not. ``key`` is where the key
    hangs, ``None`` where the lock is digital. ``service`` is how the client's provider answers.
    """

    client: ClientId
    place: PlaceId
    key: PlaceId | None
    provider: ProviderId | None
    limit: Seconds
    span: Span
    service: AlarmService


def watches(instance: Instance) -> tuple[Watch, ...]:
    """Return whom somebody must reach, by client and time (U77-U79).

    Nobody is watched while away, or where somebody else answers the alarms (B08).
    """
    case = instance.case
    providers = instance.rows.providers
    away: dict[ClientId, list[Span]] = defaultdict(list)
    for absence in case.client_absences:
        away[absence.client].append(Span(instant(absence.start), instant(absence.end)))
    return tuple(
        watch
        for client in sorted(case.clients, key=lambda row: row.id)
        if client.alarm
        for watch in _of_client(instance, client, _provider(providers, client), away[client.id])
    )


def grace(service: AlarmService) -> Seconds:
    """Return how long after the end of a shift somebody may come to the door; may be negative."""
    return Seconds(service.overtime - service.visit)


def responders(instance: Instance) -> Mapping[ShiftId, ProviderId | None]:
    """Return the alarm duty list (U77, U104): shifts, each with the provider it answers for.

    ``None`` stands for all providers.
    """
    return {
        shift.id: _answers_for(instance, shift)
        for shift in instance.shifts.values()
        if shift.alarm_duty
    }


def answers(provider: ProviderId | None, watch: Watch) -> bool:
    """Tell whether who answers for ``provider`` answers the alarms of ``watch``."""
    return None in (provider, watch.provider) or provider == watch.provider


def key_place(case: Case, client: Client) -> PlaceId | None:
    """Return where the key of ``client`` is fetched, by default at their group's office (U78).

    ``None`` where the lock is digital, or where no group has the key: the input checks say so.
    """
    if client.lock is Lock.DIGITAL:
        return None
    if client.key_place is not None:
        return client.key_place
    offices: Mapping[GroupId, PlaceId] = {group.id: group.office for group in case.groups}
    for group in (client.group, client.evening_group):
        if group is not None and group in offices:
            return offices[group]
    return None


def _provider(providers: Mapping[ProviderId, Provider], client: Client) -> Provider:
    """Return who answers the client's alarms; without a name, somebody with all the defaults."""
    known = providers.get(client.provider) if client.provider else None
    return known or Provider(id=ProviderId(""), municipality="")


def _answers_for(instance: Instance, shift: Shift) -> ProviderId | None:
    group = instance.caregivers[shift.caregiver].group
    known = instance.groups.get(group) if group is not None else None
    return known.provider if known is not None else None


def _of_client(
    instance: Instance, client: Client, provider: Provider, away: Sequence[Span]
) -> Iterator[Watch]:
    if not provider.answers_alarms:
        return
    service = provider.alarm
    for day in days_of(instance.case.horizon):
        opens = instant_of(day, service.opens or provider.opens)
        closes = instant_of(day, service.closes or provider.closes) - service.night_patrol
        for span in _at_home(Span(opens, Instant(closes)), away):
            yield Watch(
                client=client.id,
                place=client.place,
                key=key_place(instance.case, client),
                provider=client.provider,
                limit=client.alarm_limit or service.limit,
                span=span,
                service=service,
            )


def _at_home(span: Span, away: Sequence[Span]) -> Iterator[Span]:
    """Yield the parts of ``span`` in which the client is not away."""
    free = span.earliest
    for absence in sorted(away, key=lambda row: row.earliest):
        if free < min(absence.earliest, span.latest):
            yield Span(free, min(absence.earliest, span.latest))
        free = max(free, absence.latest)
    if free < span.latest:
        yield Span(free, span.latest)
