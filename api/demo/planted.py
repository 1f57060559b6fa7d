"""The hidden plan as a plan document: the planted rounds with their moments."""

import hashlib
from collections.abc import Iterator, Mapping, Sequence
from datetime import UTC, datetime, time, timedelta

from api.demo.draft import GroupDraft
from api.demo.drafts import Pause, Stop, Task
from api.demo.orders import clock
from api.demo.shifts import Worked
from planner.calendar.clock import instant_of, moment
from planner.calendar.turns import activities_of, turn_of
from planner.model.case import Case
from planner.model.plan import Origin, Plan, Round, StopKind
from planner.model.plan import Stop as PlanStop
from planner.model.units import PlaceId, Seconds, VisitId

Naming = Mapping[tuple[int, str], str]
"""Visit labels of the case by a task's client and label."""


def plan_of(case: Case, rounds: Sequence[Round], seed: int, matrix_hash: str) -> Plan:
    """Return the plan of ``rounds``; its cost is not known here and stands as 0."""
    text = case.model_dump_json().encode()
    return Plan(
        id=f"{case.id}-planted",
        case=case.id,
        created=datetime.combine(case.horizon.first, time(0), tzinfo=UTC),
        origin=Origin(
            seed=seed,
            iterations=0,
            code_version="planted",
            case_hash=hashlib.sha256(text).hexdigest(),
            matrix_hash=matrix_hash,
        ),
        cost=0,
        rounds=tuple(rounds),
    )
