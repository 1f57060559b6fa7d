from string import Formatter

import pytest

from planner.calendar.series import RuleHint
from planner.checks.codes import Code, Hint
from tests.build.language import texts

CODES = [*Code]
HINTS = [*Hint, *RuleHint]


@pytest.mark.parametrize("language", ["sv", "en"])
def test_every_code_and_every_hint_has_a_text(language):
    words = texts(language)
    assert [code for code in CODES if not words.get(code)] == []
    assert [hint for hint in HINTS if not words["hint"].get(hint)] == []


def test_both_languages_say_the_same_things():
    swedish, english = texts("sv"), texts("en")
    assert list(swedish) == list(english)
    assert list(swedish["hint"]) == list(english["hint"])


@pytest.mark.parametrize("table", ["fault", "hint"])
def test_both_languages_name_the_same_parameters(table):
    swedish, english = (
        texts(language)["hint"] if table == "hint" else texts(language) for language in ("sv", "en")
    )
    for key, text in swedish.items():
        if isinstance(text, str):
            assert placeholders(text) == placeholders(english[key]), key


def placeholders(text):
    return {(name, form) for _, name, form, _ in Formatter().parse(text) if name}


def test_codes_are_not_used_twice():
    assert len({str(code) for code in CODES}) == len(CODES)
    assert len({str(hint) for hint in HINTS}) == len(HINTS)
