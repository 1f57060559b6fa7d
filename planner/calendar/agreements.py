"""Which agreement holds for whom."""

from collections.abc import Mapping

from planner.model.agreements import AGREEMENTS, Agreement
from planner.model.case import Case
from planner.model.units import CaregiverId


def agreements_of(case: Case) -> Mapping[CaregiverId, Agreement]:
    """Return the agreement of every caregiver: the case's own, a known one, or the bare law."""
    known = {row.id: row for row in (*AGREEMENTS, *case.agreements)}
    return {
        person.id: known.get(person.employer_profile)
        or Agreement(id=person.employer_profile or "-")
        for person in case.caregivers
    }
