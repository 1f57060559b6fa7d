"""Base plans for tests."""

from typing import Any

from planner.model.base_plan import BasePlan, BaseVisit
from tests.build.parts import DAY, clock


def base_visit(client: str, service: str, caregiver: str, **changes: Any) -> BaseVisit:
    """Return a row for the Monday of week 1, at eight."""
    fields = {
        "client": client,
        "service": service,
        "weekday": 1,
        "week": 1,
        "caregiver": caregiver,
        "start": clock("8:00"),
    }
    return BaseVisit.model_validate(fields | changes)


def base_plan(*rows: BaseVisit, **changes: Any) -> BasePlan:
    """Return a base plan whose week 1 holds ``DAY``."""
    return BasePlan.model_validate({"first": DAY, "visits": rows} | changes)
