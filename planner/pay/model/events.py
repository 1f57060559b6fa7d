"""What happens around the visits: absences, care plans, goals, changes, answers, other work."""

from pydantic import Field

from planner.model.base import Value
from planner.model.moments import Day, Moment
from planner.model.units import CaregiverId, ClientId, OrderId, Seconds, ServiceId
from planner.pay.model.kinds import Away, ChangeKind, Verdict, WorkKind


class Absence(Value):
    """A client is away from ``start`` until ``end`` (left out: still away when the month ends).

    ``known`` is when the provider learnt of it. ``planned`` says whether it was planned; left out,
    the municipality's rule about notice decides from ``known``. An emergency ward
    becomes a hospital stay at ``admitted`` (U99).
    """

    id: str = Field(min_length=1)
    client: ClientId
    start: Moment
    end: Moment | None = None
    reason: Away = Away.HOSPITAL
    known: Moment | None = None
    planned: bool | None = None
    admitted: Moment | None = None


class CarePlan(Value):
    """An implementation plan (genomförandeplan).

    ``sent`` is when it reached biståndsenheten, ``registered`` the day of its visit of 0 minutes
    (U41). ``revision``: of an earlier plan, so not a new case (U37). ``consent``: to share the
    plan (U43).
    """

    id: str = Field(min_length=1)
    client: ClientId
    order: OrderId | None = None
    sent: Moment | None = None
    registered: Day | None = None
    approved_by_client: Moment | None = None
    revision: bool = False
    consent: bool = True


class Goal(Value):
    """A goal of a care plan that was judged (L08)."""

    id: str = Field(min_length=1)
    client: ClientId
    judged: Day
    fulfilled: bool


class ProviderChange(Value):
    """A client came to this provider or left it on ``day``.

    ``last_left`` is the day a returning client left this provider (U39).
    """

    id: str = Field(min_length=1)
    client: ClientId
    kind: ChangeKind
    requested: Moment | None = None
    day: Day
    last_left: Day | None = None


class NeedChange(Value):
    """A need that has grown: ``time`` seconds more a day from ``since`` on (L07).

    ``until`` is its last day where it went back, ``decided`` the day of the new decision, if there
    is one.
    """

    id: str = Field(min_length=1)
    client: ClientId
    service: ServiceId
    since: Day
    time: Seconds = Field(gt=0, le=24 * 3600)
    until: Day | None = None
    decided: Day | None = None


class Answer(Value):
    """The recorded answer about a deviation (U27, U44, N08, H26).

    ``record`` is the id of the row it is about (a visit, a meal row, an alarm call, a plan).
    ``verdict`` open: asked, not answered. ``time`` seconds are accepted at most; left out, all.
    ``whole``: the answer is about all of the row, not only about what deviates (U45, U46).
    ``explanation`` is for the file: it is never shown.
    """

    id: str = Field(min_length=1)
    record: str = Field(min_length=1)
    verdict: Verdict = Verdict.OPEN
    time: Seconds | None = Field(default=None, ge=0)
    whole: bool = False
    reported: Moment | None = None
    answered: Moment | None = None
    explanation: str = ""


class Correction(Value):
    """A correction of what a client was billed for an earlier month, on this invoice (U20).

    ``time`` seconds and ``boxes`` are added to the client's bill; both may be negative.
    """

    id: str = Field(min_length=1)
    client: ClientId
    month: str = Field(pattern="^[0-9]{4}-(0[1-9]|1[0-2])$")
    service: ServiceId | None = None
    time: int = 0
    boxes: int = 0


class OtherWork(Value):
    """Work beside the visits, shown as staff time and paid by no model apart (U22, U85, N09)."""

    id: str = Field(min_length=1)
    kind: WorkKind
    day: Day
    time: Seconds = Field(gt=0, le=24 * 3600)
    client: ClientId | None = None
    caregiver: CaregiverId | None = None


class ContactNaming(Value):
    """When the care of a client began, and who became the care contact when (L09, L10, L18)."""

    client: ClientId
    caregiver: CaregiverId | None = None
    started: Day
    named: Day | None = None
    change_wished: Day | None = None
    changed: Day | None = None
