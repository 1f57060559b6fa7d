"""The closed lists of words that a month document may use."""

from enum import StrEnum


class Insats(StrEnum):
    """What kind of service an insats is; ``ServiceKind`` of planning and what only pay knows."""

    PERSONAL_CARE = "personal_care"
    SHOWER = "shower"
    MEDICATION = "medication"
    HEALTH_TASK = "health_task"
    MEAL = "meal"
    CHECK = "check"
    CLEANING = "cleaning"
    LAUNDRY = "laundry"
    SHOPPING = "shopping"
    GROCERY_RECEIPT = "grocery_receipt"
    PHONE_VISIT = "phone_visit"
    ESCORT = "escort"
    RESPITE = "respite"
    HOUSING_SUPPORT = "housing_support"
    SIMPLIFIED = "simplified"
    MENU = "menu"
    CARE_PLAN = "care_plan"
    VISITOR = "visitor"
    OTHER = "other"


SERVICE_ONLY = frozenset(
    {
        Insats.CLEANING,
        Insats.LAUNDRY,
        Insats.SHOPPING,
        Insats.GROCERY_RECEIPT,
        Insats.SIMPLIFIED,
    }
)
"""Serviceinsatser; everything else is care (omsorg) (U37, U40)."""

SHARED_BY_TWO = frozenset({Insats.CLEANING, Insats.LAUNDRY, Insats.SIMPLIFIED})
"""Two who do this share the assessed time: no double staffing (U75)."""

APART = frozenset({Insats.ESCORT, Insats.RESPITE, Insats.HOUSING_SUPPORT})
"""Ledsagning, avlösning and boendestöd, which never share a visit with home care (H12)."""


class Per(StrEnum):
    """The stretch of time that a grant is for."""

    VISIT = "visit"
    DAY = "day"
    WEEK = "week"
    MONTH = "month"


class Role(StrEnum):
    """What a caregiver registered in a visit.

    ``main`` registers the services; ``double`` marks double staffing (U70); ``companion`` walks
    along for reasons of the work environment and is not paid (U76).
    """

    MAIN = "main"
    DOUBLE = "double"
    COMPANION = "companion"


class Method(StrEnum):
    """How a visit was registered: at the lock, at a tag, in the app, or by hand afterwards."""

    LOCK = "lock"
    NFC = "nfc"
    APP = "app"
    MANUAL = "manual"


class Away(StrEnum):
    """Why a client is away or a visit falls out.

    An emergency ward counts as a doctor's visit until admission (U99).
    """

    DECLINED = "declined"
    HOSPITAL = "hospital"
    SHORT_TERM = "short_term"
    DOCTOR = "doctor"
    EMERGENCY_WARD = "emergency_ward"
    TRAVEL = "travel"
    OTHER = "other"


class Via(StrEnum):
    """How an order came: as a regular order, a temporary one, or by phone from the on-call."""

    REGULAR = "regular"
    TEMPORARY = "temporary"
    ON_CALL = "on_call"
    PHONE = "phone"


class EndCause(StrEnum):
    """Why a mission ends; after misconduct by the provider nothing more is paid (N17)."""

    NEED_ENDED = "need_ended"
    CLIENT_ENDED = "client_ended"
    MISCONDUCT = "misconduct"
    OTHER = "other"


class WorkKind(StrEnum):
    """Work beside the visits, which no model pays apart (U22, U85, N09, L06)."""

    TRAVEL = "travel"
    DOCUMENTATION = "documentation"
    ADMINISTRATION = "administration"
    COORDINATION = "coordination"
    HANDOVER = "handover"
    KEYS = "keys"


class Verdict(StrEnum):
    """What was answered about a deviation (U27, U44, N08, H26)."""

    ACCEPTED = "accepted"
    DENIED = "denied"
    OPEN = "open"


class ChangeKind(StrEnum):
    """How a client came to this provider, or left it (U21, U37-U39)."""

    NEW = "new"
    ARRIVED = "arrived"
    RETURNED = "returned"
    LEFT = "left"


class Supplement(StrEnum):
    """A supplement that follows the client's address (N12, N13)."""

    ISLAND = "island"
    SPARSE = "sparse"
