"""Texts by code."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import datetime, time
from string import Formatter

from api.words import forms
from api.words.language import Language


class UnknownWordsError(KeyError):
    """A code that has no text in a language file."""


@dataclass(frozen=True)
class Words:
    """The texts of one language, ready to be said.

    A text names its parameters in braces: ``{visits}``. A form may follow: ``{worst:share}``,
    ``{travel:duration}`` (seconds), ``{start:clock}``, ``{code:raw}`` (no thousands), ``{mean:1}``
    (decimals). Without one, whole numbers get their thousands set apart and moments are shown
    in the planning time zone.
    """

    language: Language
    texts: Mapping[str, str]

    def say(self, code: str, /, **parameters: object) -> str:
        """Return the text of ``code`` with its parameters filled in.

        Raises ``UnknownWordsError`` for a code without a text. A parameter that is not given
        shows as ``?``: a message about a fault must not fail itself.
        """
        if code not in self.texts:
            message = f"no text for {code!r} in {self.language}: add it to api/words"
            raise UnknownWordsError(message)
        return _Filler(self.language).vformat(self.texts[code], (), parameters)

    def knows(self, code: str) -> bool:
        """Tell whether ``code`` has a text."""
        return code in self.texts

    def number(self, value: float, decimals: int = 0) -> str:
        """Return ``1 234`` (sv) or ``1,234`` (en)."""
        return forms.number(value, self.language, decimals)

    def share(self, value: float) -> str:
        """Return a share in [0, 1] as ``25,3 %`` (sv) or ``25.3%`` (en)."""
        return forms.share(value, self.language)

    def clock(self, moment: datetime | time) -> str:
        """Return ``07:05`` in the planning time zone."""
        return forms.clock(moment)

    def duration(self, seconds: int) -> str:
        """Return ``1 h 05 min``."""
        return forms.duration(seconds)


class _Filler(Formatter):
    """Fills a text with parameters in the forms of one language."""

    def __init__(self, language: Language) -> None:
        self.language = language

    def get_field(
        self, field_name: str, args: object, kwargs: Mapping[str, object]
    ) -> tuple[object, str]:
        del args
        return kwargs.get(field_name, "?"), field_name

    def format_field(self, value: object, format_spec: str) -> str:
        match value, format_spec:
            case int() | float(), "share":
                shown = forms.share(value, self.language)
            case int() | float(), "duration":
                shown = forms.duration(int(value))
            case int() | float(), spec if spec.isdecimal():
                shown = forms.number(value, self.language, int(spec))
            case datetime() | time(), "clock":
                shown = forms.clock(value)
            case int(), "clock":
                shown = forms.clock(forms.moment_of(value))
            case _, "raw":
                shown = str(value)
            case _:
                shown = forms.plain(value, self.language)
        return shown
