"""A month whose planned visits count as performed."""

from planner.model.units import CaregiverId, VisitId
from planner.pay.model.month import Month
from planner.pay.model.visits import PerformedVisit, PlannedVisit


def as_performed(month: Month) -> Month:
    """Return ``month`` with its planned visits performed to the second, and nothing else done.

    What was performed or declined, call-outs and answers are left out; nobody asks for approval.
    """
    performed = tuple(_performed(visit) for visit in month.planned)
    emptied = dict.fromkeys(("declined", "alarms", "answers", "corrections", "other_work"), ())
    return month.model_copy(update={**emptied, "performed": performed, "settled": None})


def _performed(visit: PlannedVisit) -> PerformedVisit:
    """Return ``visit`` as it would be registered; who is not named is somebody of their own."""
    caregiver = visit.caregiver or CaregiverId(f"planned {visit.id}")
    return PerformedVisit(
        id=VisitId(f"{visit.id} performed"),
        client=visit.client,
        services=visit.services,
        times=visit.times,
        start=visit.start,
        end=visit.end,
        caregiver=caregiver,
        role=visit.role,
        planned=(visit.id,),
    )
