"""A base plan from a planned horizon, and what replacing the old one would change for clients."""

from collections import Counter
from collections.abc import Mapping
from datetime import date

from planner.baseplan.lookup import week_of
from planner.calendar.clock import wall_time
from planner.model.base_plan import BasePlan, BaseVisit
from planner.model.instance import Instance
from planner.model.plan import Plan
from planner.model.units import CaregiverId, ClientId
from planner.rules.encounters import is_meeting
from planner.rules.reading import placements


def base_from(instance: Instance, plan: Plan, first: date | None = None) -> BasePlan:
    """Return the base plan that ``plan`` makes; week 1 holds ``first``, by default the first day.

    Meetings only: meal boxes and calls go with whoever is near. A horizon of 14 days fills both
    weeks, a shorter one its own days.
    """
    begin = first or instance.case.horizon.first
    rows = [
        BaseVisit(
            client=row.visit.client,
            service=row.visit.services[0],
            weekday=row.visit.day.isoweekday(),
            week=1 if week_of(begin, row.visit.day) == 1 else 2,
            seat=1 if row.seat.number == 1 else 2,
            caregiver=row.caregiver,
            start=wall_time(row.start),
        )
        for row in placements(instance, plan)
        if is_meeting(row.visit) and row.visit.services
    ]
    return BasePlan(first=begin, visits=tuple(sorted(rows, key=_order)))


def _order(row: BaseVisit) -> tuple[object, ...]:
    return row.client, row.week, row.weekday, row.start, row.service, row.seat


def new_faces(old: BasePlan, new: BasePlan) -> Mapping[ClientId, tuple[CaregiverId, ...]]:
    """Return who would come to each client of both plans without having come; oftenest first."""
    before = {client: frozenset(faces) for client, faces in faces_of(old).items()}
    return {
        client: tuple(person for person, _ in faces.most_common() if person not in before[client])
        for client, faces in faces_of(new).items()
        if client in before
    }


def faces_of(base: BasePlan) -> Mapping[ClientId, Counter[CaregiverId]]:
    """Return how often who comes to each client."""
    found: dict[ClientId, Counter[CaregiverId]] = {}
    for row in base.visits:
        found.setdefault(row.client, Counter())[row.caregiver] += 1
    return found
