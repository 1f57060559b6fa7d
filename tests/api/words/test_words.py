"""Every text exists in both languages, with the same parameters; figures look as they should."""

from datetime import UTC, date, datetime, time
from string import Formatter

import pytest

from api.words import Language, UnknownWordsError, Words, load, topics

HARD = "\N{NO-BREAK SPACE}"


def parameters(text: str) -> set[str]:
    return {name for _, name, _, _ in Formatter().parse(text) if name is not None}


def forms_used(text: str) -> set[str]:
    return {form for _, name, form, _ in Formatter().parse(text) if name is not None and form}


def test_both_languages_have_the_same_topics() -> None:
    assert topics(Language.SWEDISH) == topics(Language.ENGLISH)
    assert "cli" in topics(Language.SWEDISH)


def test_both_languages_have_the_same_codes() -> None:
    swedish, english = (set(load(language).texts) for language in Language)
    assert swedish - english == set(), "in Swedish only"
    assert english - swedish == set(), "in English only"


def test_both_languages_name_the_same_parameters() -> None:
    swedish, english = (load(language).texts for language in Language)
    uneven = {
        code: (parameters(swedish[code]), parameters(english[code]))
        for code in swedish.keys() & english.keys()
        if parameters(swedish[code]) != parameters(english[code])
    }
    assert uneven == {}


@pytest.mark.parametrize("language", Language)
def test_every_text_is_well_formed(language: Language) -> None:
    for code, text in load(language).texts.items():
        assert text.strip(), code
        assert "" not in parameters(text), f"{code}: a parameter without a name"
        unknown = {f for f in forms_used(text) if not f.isdecimal()}
        assert unknown <= {"share", "duration", "clock", "raw"}, code


def test_an_unknown_code_is_named() -> None:
    with pytest.raises(UnknownWordsError, match=r"no\.such\.code"):
        load(Language.SWEDISH).say("no.such.code")


def words(language: Language, **texts: str) -> Words:
    return Words(language, texts)


@pytest.mark.parametrize(
    ("template", "value", "swedish", "english"),
    [
        ("{x}", 1234, f"1{HARD}234", "1,234"),
        ("{x}", -5, "\N{MINUS SIGN}5", "-5"),
        ("{x}", 2.0, "2", "2"),
        ("{x}", 1234.56, f"1{HARD}234,6", "1,234.6"),
        ("{x:2}", 0.256, "0,26", "0.26"),
        ("{x:raw}", 1234, "1234", "1234"),
        ("{x:share}", 0.253, f"25,3{HARD}%", "25.3%"),
        ("{x:duration}", 3900, f"1{HARD}h{HARD}05{HARD}min", f"1{HARD}h{HARD}05{HARD}min"),
        ("{x:duration}", 0, f"0{HARD}min", f"0{HARD}min"),
        ("{x:duration}", 7200, f"2{HARD}h", f"2{HARD}h"),
        ("{x:clock}", datetime(2026, 7, 1, 5, 5, tzinfo=UTC), "07:05", "07:05"),
        ("{x:clock}", datetime(2026, 12, 1, 6, 5, tzinfo=UTC), "07:05", "07:05"),
        ("{x:clock}", 1_796_105_100, "07:05", "07:05"),
        ("{x}", time(7, 5), "07:05", "07:05"),
        ("{x}", date(2026, 11, 23), "2026-11-23", "2026-11-23"),
        ("{x}", datetime(2026, 7, 1, 22, 30, tzinfo=UTC), "2026-07-02 00:30", "2026-07-02 00:30"),
        ("{x}", ("C1", "C2"), "C1, C2", "C1, C2"),
        ("{x}", True, "true", "true"),
        ("{x}", "C1", "C1", "C1"),
    ],
)
def test_figures_and_times(template: str, value: object, swedish: str, english: str) -> None:
    assert words(Language.SWEDISH, t=template).say("t", x=value) == swedish
    assert words(Language.ENGLISH, t=template).say("t", x=value) == english


def test_a_missing_parameter_shows_a_question_mark() -> None:
    assert words(Language.SWEDISH, t="besök {visit}").say("t") == "besök ?"


def test_a_moment_without_zone_is_refused() -> None:
    naive = datetime(2026, 7, 1, 5, 5)  # noqa: DTZ001  what is tested
    with pytest.raises(ValueError, match="without time zone"):
        words(Language.SWEDISH, t="{x:clock}").say("t", x=naive)
