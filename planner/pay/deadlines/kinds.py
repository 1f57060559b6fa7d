"""The words of the deadline rules: who, what may happen, what is at stake."""

from enum import StrEnum


class Municipality(StrEnum):
    """Whose written rules count."""

    UPPLANDS_BRO = "upplands_bro"
    BOTKYRKA = "botkyrka"
    HUDDINGE = "huddinge"
    HANINGE = "haninge"
    LUND = "lund"


class EventKind(StrEnum):
    """What happens at a moment that the rules count hours or clock times from."""

    ORDER_SENT = "order_sent"
    ACUTE_ORDER = "acute_order"
    ALARM_ORDER = "alarm_order"
    TEMPORARY_ORDER = "temporary_order"
    ON_CALL_ORDER = "on_call_order"
    ACUTE_CALL = "acute_call"
    DISCHARGE_CALL = "discharge_call"
    DISCHARGE_CALL_MORE_NEED = "discharge_call_more_need"
    VISITS_APPROVED = "visits_approved"
    VISIT_NOT_REGISTERED = "visit_not_registered"
    EXTRA_VISIT = "extra_visit"


class DateKind(StrEnum):
    """What happens on a day that the rules count days or months from."""

    RESPITE_ORDERED = "respite_ordered"
    PROVIDER_CHANGE_ASKED = "provider_change_asked"
    ALARM_TAKEOVER = "alarm_takeover"
    CARE_STARTED = "care_started"
    SHORT_TERM_STARTED = "short_term_started"
    CARE_FOLLOWED_UP = "care_followed_up"
    PLAN_REVISED = "plan_revised"
    OFFICER_FOLLOWED_UP = "officer_followed_up"
    CONTACT_CHANGE_WISHED = "contact_change_wished"
    MEAL_DELIVERY = "meal_delivery"
    NEED_END_TOLD = "need_end_told"


class Period(StrEnum):
    """What comes back by itself: a month that is settled, a week of meal deliveries."""

    MONTH = "month"
    MEAL_WEEK = "meal_week"


class Activity(StrEnum):
    """What a unit may lack; deadlines that are about it are then left out."""

    MEAL_BOXES = "meal_boxes"
    RESPITE = "respite"


class Stake(StrEnum):
    """What is lost after the deadline: a client's safety, money for good, or a promise."""

    SAFETY = "safety"
    MONEY = "money"
    PROMISE = "promise"


class Party(StrEnum):
    """Who has to act."""

    PROVIDER = "provider"
    AUTHORITY = "authority"
    BOTH = "both"


class State(StrEnum):
    """How a to-do stands at a moment."""

    OVERDUE = "overdue"
    DUE_TODAY = "due_today"
    SOON = "soon"
    LATER = "later"
    DONE = "done"
    DONE_LATE = "done_late"
