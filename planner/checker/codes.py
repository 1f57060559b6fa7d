"""The name of every fault that the checker can find; texts stand under ``checker.<code>``."""

from enum import StrEnum
from types import MappingProxyType

from planner.model.findings import Finding, Level


class Code(StrEnum):
    """What is wrong. Which parameters come with a code stands where it is found."""

    CASE_MISMATCH = "case_mismatch"
    NAIVE_TIME = "naive_time"
    NOT_UTC = "not_utc"
    FRACTION_OF_SECOND = "fraction_of_second"
    RECURRENCE_UNREADABLE = "recurrence_unreadable"

    UNKNOWN_SHIFT = "unknown_shift"
    UNKNOWN_CAREGIVER = "unknown_caregiver"
    UNKNOWN_PLACE = "unknown_place"
    UNKNOWN_VISIT = "unknown_visit"
    UNKNOWN_ACTIVITY = "unknown_activity"
    OUTSIDE_HORIZON = "outside_horizon"

    ROUND_TWICE = "round_twice"
    ROUND_WRONG_DAY = "round_wrong_day"
    OTHER_CAREGIVER = "other_caregiver"
    CAREGIVER_ABSENT = "caregiver_absent"
    CAREGIVER_TWICE_AT_ONCE = "caregiver_twice_at_once"
    CAR_TWICE_AT_ONCE = "car_twice_at_once"
    WRONG_MODE = "wrong_mode"
    NO_LICENCE = "no_licence"

    STARTS_BEFORE_SHIFT = "starts_before_shift"
    ENDS_AFTER_SHIFT = "ends_after_shift"
    STOPS_OVERLAP = "stops_overlap"
    START_BEFORE_ARRIVAL = "start_before_arrival"
    TRAVEL_TOO_SHORT = "travel_too_short"
    TRAVEL_TOO_LONG = "travel_too_long"
    TRAVEL_UNKNOWN = "travel_unknown"
    WRONG_PLACE = "wrong_place"

    BREAK_MISSING = "break_missing"
    BREAK_OUTSIDE_WINDOW = "break_outside_window"
    BREAK_WRONG_LENGTH = "break_wrong_length"
    WORK_TOO_LONG = "work_too_long"
    REST_TOO_SHORT = "rest_too_short"
    WEEKLY_REST_TOO_SHORT = "weekly_rest_too_short"
    DUTY_MISSING = "duty_missing"
    DUTY_WRONG_TIME = "duty_wrong_time"
    DUTY_WRONG_LENGTH = "duty_wrong_length"
    ACTIVITY_TWICE = "activity_twice"

    VISIT_MISSING = "visit_missing"
    VISIT_TWICE = "visit_twice"
    VISIT_WRONG_DAY = "visit_wrong_day"
    CLIENT_ABSENT = "client_absent"
    SEAT_MISSING = "seat_missing"
    SEAT_EXTRA = "seat_extra"
    SAME_CAREGIVER_TWICE = "same_caregiver_twice"
    NOT_TOGETHER = "not_together"
    OUTSIDE_WINDOW = "outside_window"
    OUTSIDE_OPENING_HOURS = "outside_opening_hours"
    WRONG_DURATION = "wrong_duration"
    GAP_TOO_SHORT = "gap_too_short"

    CALL_OUT_OF_ORDER = "call_out_of_order"
    COUPLE_NOT_IN_TURN = "couple_not_in_turn"
    GOODS_NOT_RECEIVED = "goods_not_received"
    OUTSIDE_BOOKING = "outside_booking"
    KEY_NOT_FETCHED = "key_not_fetched"

    SKILL_MISSING = "skill_missing"
    DELEGATION_MISSING = "delegation_missing"
    AVOIDED_CAREGIVER = "avoided_caregiver"
    ALLERGY = "allergy"

    PIN_OTHER_CAREGIVER = "pin_other_caregiver"
    PIN_OTHER_START = "pin_other_start"
    PIN_UNPLACED = "pin_unplaced"

    TOO_MANY_BOXES = "too_many_boxes"
    BOXES_NOT_FETCHED = "boxes_not_fetched"

    ALARM_OUT_OF_REACH = "alarm_out_of_reach"

    LESS_THAN_GRANTED = "less_than_granted"
    UNPLACED = "unplaced"
    UNPLACED_TWICE = "unplaced_twice"
    UNPLACED_BUT_PLACED = "unplaced_but_placed"
    UNPLACED_WITHOUT_REASON = "unplaced_without_reason"


def fault(code: Code, /, **parameters: object) -> Finding:
    """Return a hard fault: a plan with it may not be used."""
    return Finding(code.value, Level.LAW, 0, MappingProxyType(parameters))


def remark(code: Code, /, **parameters: object) -> Finding:
    """Return something that a planner should know, though the plan may be used."""
    return Finding(code.value, Level.PROMISE, 0, MappingProxyType(parameters))
