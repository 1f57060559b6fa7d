"""The codes of a month's faults and of what to try; the words are in the language files."""

from enum import StrEnum


class PayCode(StrEnum):
    """What is wrong with a month, its settings or its tariff."""

    MUNICIPALITY_UNKNOWN = "municipality_unknown"
    SETTING_UNKNOWN = "setting_unknown"
    SETTING_INVALID = "setting_invalid"
    TARIFF_OTHER_MUNICIPALITY = "tariff_other_municipality"
    TARIFF_NOT_VALID = "tariff_not_valid"
    TARIFF_EXAMPLE = "tariff_example"
    TARIFF_PRICE_MISSING = "tariff_price_missing"

    ID_BLANK = "id_blank"
    ID_DUPLICATE = "id_duplicate"
    CLIENT_MISSING = "client_missing"
    SERVICE_UNKNOWN = "service_unknown"
    SERVICE_IN_TWO_ORDERS = "service_in_two_orders"
    PLANNED_VISIT_UNKNOWN = "planned_visit_unknown"
    ANSWER_WITHOUT_ROW = "answer_without_row"

    END_BEFORE_START = "end_before_start"
    OUTSIDE_MONTH = "outside_month"
    IN_THE_FUTURE = "in_the_future"
    VISIT_TOO_LONG = "visit_too_long"
    VISIT_WITHOUT_TIME = "visit_without_time"
    VISIT_WITHOUT_SERVICE = "visit_without_service"
    TIMES_MISMATCH = "times_mismatch"

    CAREGIVER_IN_TWO_PLACES = "caregiver_in_two_places"
    DOUBLE_BY_ONE_PERSON = "double_by_one_person"
    DOUBLE_WITHOUT_COLLEAGUE = "double_without_colleague"
    DOUBLE_NOT_IN_ORDER = "double_not_in_order"
    JOINT_NOT_HOUSEHOLD = "joint_not_household"

    REGISTERED_AFTER_LOCK = "registered_after_lock"
    APPROVED_AFTER_LOCK = "approved_after_lock"
    APPROVED_BEFORE_END = "approved_before_end"
    SETTLED_MISSING = "settled_missing"

    DECLINED_AFTER_VISIT = "declined_after_visit"
    DECLINED_AND_PERFORMED = "declined_and_performed"
    VISIT_DURING_HOSPITAL = "visit_during_hospital"
    ABSENCES_OVERLAP = "absences_overlap"

    ALARM_JOINED = "alarm_joined"
    ALARM_INCOMPLETE = "alarm_incomplete"
    ALARM_PHONE_AND_VISIT = "alarm_phone_and_visit"
    MEAL_JOINED = "meal_joined"
    MEAL_WITHOUT_DAY = "meal_without_day"
    MEAL_SERVED_BEFORE_DELIVERY = "meal_served_before_delivery"
    MEAL_DELIVERED_AND_CANCELLED = "meal_delivered_and_cancelled"

    ORDER_VERSION_TWICE = "order_version_twice"
    ORDER_OF_TWO_CLIENTS = "order_of_two_clients"
    ENDING_BEFORE_ORDER = "ending_before_order"
    EXECUTION_BEFORE_ORDER = "execution_before_order"
    EXECUTION_MISSING = "execution_missing"
    CORRECTION_NOT_EARLIER = "correction_not_earlier"
    BORN_AFTER_MONTH = "born_after_month"


class PayHint(StrEnum):
    """What to try."""

    CHOOSE_ONE = "choose_one"
    DID_YOU_MEAN = "did_you_mean"
    SEE_SETTINGS = "see_settings"
    CHOOSE_TARIFF = "choose_tariff"
    ADD_PRICE = "add_price"
    GIVE_ID = "give_id"
    RENAME = "rename"
    ADD_TO_LIST = "add_to_list"
    CHECK_TIMES = "check_times"
    CHECK_REGISTRATION = "check_registration"
    CHECK_ORDER = "check_order"
    GIVE_SERVICE = "give_service"
    GIVE_EXECUTION = "give_execution"
    GIVE_SETTLED = "give_settled"
    SEPARATE_VISITS = "separate_visits"
    NAME_COLLEAGUE = "name_colleague"
    ASK_CASE_OFFICER = "ask_case_officer"
    APPROVE_IN_TIME = "approve_in_time"
    KEEP_ONE_ROW = "keep_one_row"
    NEXT_MONTH = "next_month"
