"""Small builders of the parts of a case; every argument has a default that fits the others."""

from datetime import date, time

from planner.model.case import Group, GroupKind, Provider
from planner.model.clients import Client, MealDelivery
from planner.model.orders import (
    DoublePart,
    DoubleStaffing,
    Order,
    Recurrence,
    Service,
    ServiceKind,
    StartWindow,
)
from planner.model.places import Coordinate, Place, PlaceKind
from planner.model.staff import Break, Caregiver, Duty, DutyKind, Shift
from planner.model.units import GroupId, PlaceId, Seconds, VisitId
from planner.model.visits import Gap, SecondSeat

DAY = date(2026, 3, 2)
"""A plain Monday."""

START = date(2026, 1, 5)
"""When orders and series start: a Monday."""

MINUTE = 60
HOUR = 3600

SPOTS = (
    (57.7000, 11.9700),
    (57.7031, 11.9652),
    (57.6978, 11.9781),
    (57.7049, 11.9805),
    (57.6942, 11.9633),
    (57.7012, 11.9889),
    (57.7075, 11.9718),
    (57.6961, 11.9547),
)
"""Positions in Göteborg, the first for the office."""


def clock(text: str) -> time:
    """Return the wall-clock time written ``7:30``."""
    hour, _, minute = text.partition(":")
    return time(int(hour), int(minute or 0))


def window(earliest: str, latest: str, *preferred: str) -> StartWindow:
    """Return a window; ``preferred`` is nothing, or from and to."""
    names = ("earliest", "latest", "preferred_from", "preferred_to")
    times = (clock(text) for text in (earliest, latest, *preferred))
    return StartWindow.model_validate(dict(zip(names, times, strict=False)))


def place(name: str, spot: int = 0, kind: PlaceKind = PlaceKind.HOME) -> Place:
    """Return a place at one of ``SPOTS``."""
    lat, lon = SPOTS[spot]
    return Place(id=PlaceId(name), kind=kind, coordinate=Coordinate(lat=lat, lon=lon))


def daily(first: date = START, **changes: object) -> Recurrence:
    """Return a series on every day from ``first``."""
    return Recurrence.model_validate({"rule": "FREQ=DAILY", "first": first} | changes)


def service(name: str, visit: str = "morning", **changes: object) -> Service:
    """Return half an hour of personal care in the morning, every day."""
    fields: dict[str, object] = {
        "id": name,
        "kind": ServiceKind.PERSONAL_CARE,
        "visit": visit,
        "recurrence": daily(),
        "duration": 30 * MINUTE,
        "window": window("7:30", "10:00"),
        "personal_care": True,
    }
    return Service.model_validate(fields | changes)


def order(name: str, client: str, *services: Service, **changes: object) -> Order:
    """Return an order that holds from ``START`` on and has double staffing in its text."""
    fields: dict[str, object] = {
        "id": name,
        "client": client,
        "provider": "HEMTJANST",
        "start": START,
        "double_in_text": True,
        "services": services,
    }
    return Order.model_validate(fields | changes)


def client(name: str, home: str, **changes: object) -> Client:
    """Return a client of group G1."""
    fields: dict[str, object] = {
        "id": name,
        "place": home,
        "group": "G1",
        "evening_group": "G1E",
        "provider": "HEMTJANST",
    }
    return Client.model_validate(fields | changes)


def caregiver(name: str, **changes: object) -> Caregiver:
    """Return an undersköterska of group G1 who drives."""
    fields: dict[str, object] = {"id": name, "group": "G1", "driving_licence": True}
    return Caregiver.model_validate(fields | changes)


def lunch(earliest: str = "10:30", latest: str = "12:30", minutes: int = 30) -> Break:
    """Return a break, taken where the caregiver happens to be."""
    return Break(
        earliest_start=clock(earliest),
        latest_start=clock(latest),
        duration=Seconds(minutes * MINUTE),
    )


def handover(start: str, minutes: int = 15) -> Duty:
    """Return a hand-over at the office."""
    return Duty(
        kind=DutyKind.HANDOVER,
        start=clock(start),
        duration=Seconds(minutes * MINUTE),
        place=PlaceId("OFFICE"),
    )


def shift(name: str, caregiver: str, **changes: object) -> Shift:
    """Return a day shift from the office, 07-15 with a lunch break."""
    fields: dict[str, object] = {
        "id": name,
        "caregiver": caregiver,
        "day": DAY,
        "start": time(7),
        "end": time(15),
        "start_place": "OFFICE",
        "end_place": "OFFICE",
        "breaks": (lunch(),),
    }
    return Shift.model_validate(fields | changes)


def meal(name: str, client: str, **changes: object) -> MealDelivery:
    """Return a delivery of three boxes around noon."""
    fields: dict[str, object] = {
        "id": name,
        "client": client,
        "day": DAY,
        "boxes": 3,
        "earliest_start": time(11),
        "latest_start": time(13),
        "duration": 5 * MINUTE,
        "pick_up": "OFFICE",
    }
    return MealDelivery.model_validate(fields | changes)


def double(part: DoublePart = DoublePart.FULL, minutes: int | None = None) -> DoubleStaffing:
    """Return double staffing, of a whole service or the given minutes of it."""
    seconds = None if minutes is None else Seconds(minutes * MINUTE)
    return DoubleStaffing(part=part, duration=seconds)


def gap(before: str, after: str, seconds: int) -> Gap:
    """Return a gap between two visits."""
    return Gap(VisitId(before), VisitId(after), Seconds(seconds))


def second(offset: int, duration: int) -> SecondSeat:
    """Return a second seat, in seconds of its visit."""
    return SecondSeat(Seconds(offset), Seconds(duration))


def provider(**changes: object) -> Provider:
    """Return the municipality's own provider."""
    fields: dict[str, object] = {"id": "HEMTJANST", "municipality": "Göteborg"}
    return Provider.model_validate(fields | changes)


def groups() -> tuple[Group, ...]:
    """Return a day and an evening group with one office."""
    return (
        Group(id=GroupId("G1"), district="Centrum", kind=GroupKind.DAY, office=PlaceId("OFFICE")),
        Group(
            id=GroupId("G1E"), district="Centrum", kind=GroupKind.EVENING, office=PlaceId("OFFICE")
        ),
    )
