"""Which visits are meetings between a client and a caregiver, for continuity.

Alarm visits, phone visits and meal boxes do not count (the national measure of continuity, L21).
"""

from planner.calendar.clock import wall_time
from planner.calendar.demand import EVENING, reference_start
from planner.model.visits import Visit, VisitKind

CONTINUITY_DAYS = 14
"""How many days continuity is measured over (L17, and the national measure)."""

MEETINGS = frozenset({VisitKind.HOME, VisitKind.ELSEWHERE})
"""The kinds of visit that are meetings."""


def is_meeting(visit: Visit) -> bool:
    """Tell whether ``visit`` counts in contact share and distinct caregivers."""
    return visit.kind in MEETINGS


def in_the_evening(visit: Visit) -> bool:
    """Tell whether the evening's staff is on duty when ``visit`` is thought to start (L26)."""
    return wall_time(reference_start(visit.window, visit.preferred)) >= EVENING
