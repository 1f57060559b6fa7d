"""The name of every rule; nowhere else is a rule's name written as a string."""

from enum import StrEnum


class RuleId(StrEnum):
    """Every planning rule. Findings, scores and explanations carry these."""

    ONCE = "once"
    ON_DUTY = "on_duty"
    SHIFT_LIMITS = "shift_limits"
    BREAK = "break"
    DUTIES = "duties"
    PLANNED_TIME = "planned_time"
    TRAVEL_TIME = "travel_time"
    SKILLS = "skills"
    DELEGATION = "delegation"
    LICENCE = "licence"
    ALLERGY = "allergy"
    AVOID = "avoid"
    PINS = "pins"
    TIME_WINDOW = "time_window"
    DOUBLE_STAFFING = "double_staffing"
    MIN_GAP = "min_gap"
    CARRYING = "carrying"
    UNPLACED = "unplaced"
    CONTACT = "contact"
    DEPUTY = "deputy"
    PREFERRED = "preferred"
    NEW_FACE = "new_face"
    PREFERRED_WINDOW = "preferred_window"
    GROUP_DUTY = "group_duty"
    FLOATER = "floater"
    TRAVEL_COST = "travel_cost"
