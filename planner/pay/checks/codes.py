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


class PayHint(StrEnum):
    """What to try."""

    CHOOSE_ONE = "choose_one"
    DID_YOU_MEAN = "did_you_mean"
    SEE_SETTINGS = "see_settings"
    CHOOSE_TARIFF = "choose_tariff"
    ADD_PRICE = "add_price"
