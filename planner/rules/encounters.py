"""Which visits are meetings between a client and a caregiver, for continuity.

Alarm visits, phone visits and meal boxes do not count (the national measure of continuity, L21).
"""

from planner.model.visits import Visit, VisitKind

MEETINGS = frozenset({VisitKind.HOME, VisitKind.ELSEWHERE})
"""The kinds of visit that are meetings."""


def is_meeting(visit: Visit) -> bool:
    """Tell whether ``visit`` counts in contact share and distinct caregivers."""
    return visit.kind in MEETINGS
