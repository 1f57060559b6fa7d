"""What has already happened: earlier visits, so that continuity can be counted over 14 days."""

from typing import Literal

from pydantic import Field

from planner.model.base import Value
from planner.model.moments import Moment
from planner.model.units import CaregiverId, ClientId, Seconds
from planner.model.visits import VisitKind


class PastVisit(Value):
    """One caregiver's part of a visit before the horizon: performed, or published if not yet told.

    ``caregiver`` may have left the roster since. ``seat`` 2 is the second caregiver of a double
    staffing. A visit to a household together is a row of its first client and, as ``guest``, one of
    each other client: a meeting, but no visit that counts in the contact share.
    """

    client: ClientId
    caregiver: CaregiverId
    start: Moment
    duration: Seconds = Field(gt=0, le=12 * 3600)
    seat: Literal[1, 2] = 1
    kind: VisitKind = VisitKind.HOME
    personal_care: bool = False
    guest: bool = False
