"""Registrations without lock or tag (H06, N18, N20), and those that came or changed later (N23)."""

from collections import Counter
from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date, datetime, timedelta
from enum import StrEnum

from planner.model.units import CaregiverId, ClientId, VisitId
from planner.pay.model.kinds import Method
from planner.pay.model.month import Month
from planner.pay.model.visits import PerformedVisit
from planner.pay.steps.days import day_of

AT_THE_DOOR = frozenset({Method.LOCK, Method.NFC})
"""The ways that need somebody at the client's home."""

LATE_DAYS = 2
"""A visit is registered at the latest so many days after it (H07)."""


class Remark(StrEnum):
    """Why a registration is followed up.

    ``not_at_door``: neither lock nor tag, without a reason that was allowed. ``exempted``: the
    same, allowed. ``registered_after``: not on the spot. ``registered_late``: more than two days
    after. ``adjusted``: times changed by hand. ``not_signed``: by nobody (U57).
    """

    NOT_AT_DOOR = "not_at_door"
    EXEMPTED = "exempted"
    REGISTERED_AFTER = "registered_after"
    REGISTERED_LATE = "registered_late"
    ADJUSTED = "adjusted"
    NOT_SIGNED = "not_signed"


@dataclass(frozen=True, slots=True)
class Registration:
    """A registration to follow up; ``explained`` says whether a motivation is noted."""

    visit: VisitId
    client: ClientId
    caregiver: CaregiverId
    day: date
    method: Method
    remarks: tuple[Remark, ...]
    explained: bool


@dataclass(frozen=True, slots=True)
class Registrations:
    """The month's registrations: those to follow up, and all by method and by caregiver.

    ``by_caregiver`` holds, for each caregiver, registrations not at the door and in all.
    """

    rows: tuple[Registration, ...]
    by_method: Mapping[Method, int]
    by_caregiver: Mapping[CaregiverId, tuple[int, int]]


def registrations(month: Month) -> Registrations:
    """Return what is to be followed up of the visits of ``month``, sorted by start."""
    visits = sorted(month.performed, key=lambda visit: (visit.start, visit.id))
    remarks = {visit.id: _remarks(visit) for visit in visits}
    away = Counter(visit.caregiver for visit in visits if visit.method not in AT_THE_DOOR)
    every = Counter(visit.caregiver for visit in visits)
    return Registrations(
        rows=tuple(_row(visit, remarks[visit.id]) for visit in visits if remarks[visit.id]),
        by_method=Counter(visit.method for visit in visits),
        by_caregiver={name: (away[name], every[name]) for name in sorted(every)},
    )


def _remarks(visit: PerformedVisit) -> tuple[Remark, ...]:
    """Return what is to be followed up of one visit."""
    away = visit.method not in AT_THE_DOOR
    allowed = visit.exempted or visit.outside_home
    found = {
        Remark.NOT_AT_DOOR: away and not allowed,
        Remark.EXEMPTED: away and allowed,
        Remark.REGISTERED_AFTER: visit.registered is not None and not _late(visit),
        Remark.REGISTERED_LATE: _late(visit),
        Remark.ADJUSTED: visit.adjusted is not None,
        Remark.NOT_SIGNED: not visit.signed,
    }
    return tuple(remark for remark, holds in found.items() if holds)


def _late(visit: PerformedVisit) -> bool:
    """Say whether the visit was registered more than two days after it."""
    registered: datetime | None = visit.registered
    last = day_of(visit.end) + timedelta(days=LATE_DAYS)
    return registered is not None and day_of(registered) > last


def _row(visit: PerformedVisit, remarks: tuple[Remark, ...]) -> Registration:
    """Return the row of ``visit``."""
    return Registration(
        visit.id,
        visit.client,
        visit.caregiver,
        day_of(visit.start),
        visit.method,
        remarks,
        explained=bool(visit.motivation.strip()),
    )
