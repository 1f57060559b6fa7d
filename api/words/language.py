"""The languages Hemrunda speaks."""

from enum import StrEnum


class Language(StrEnum):
    """A language of the user interface; Swedish is the first."""

    SWEDISH = "sv"
    ENGLISH = "en"
