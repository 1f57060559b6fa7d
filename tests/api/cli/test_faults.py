"""Faults as the user reads them."""

from io import StringIO

from rich.console import Console

from api.cli.faults import MOST, print_faults, print_findings
from api.cli.session import Session
from api.words import Language, load
from planner.model.findings import Fault, Finding, Level, Severity


def session(language: Language = Language.SWEDISH) -> Session:
    def console() -> Console:
        return Console(file=StringIO(), width=80, highlight=False, emoji=False)

    return Session(load(language), console(), console())


def printed(console: Console) -> str:
    assert isinstance(console.file, StringIO)
    return console.file.getvalue()


def fault(number: int = 0, severity: Severity = Severity.ERROR, value: object = "x") -> Fault:
    return Fault("wrong_type", severity, f"$.clients[{number}]", value, "see_schema")


def test_a_fault_has_code_path_value_and_advice() -> None:
    at = session(Language.ENGLISH)
    print_faults(at, [fault(3, value="P99")])
    first, sentence, advice = printed(at.err).splitlines()
    assert first == 'Error wrong_type  $.clients[3] = "P99"'
    assert sentence.startswith("  The value")
    assert advice.startswith("  Try: ")


def test_errors_come_before_warnings() -> None:
    at = session()
    print_faults(at, [fault(1, Severity.WARNING), fault(2)])
    told = printed(at.err)
    assert told.index("Fel") < told.index("Varning")


def test_a_flood_of_faults_is_cut_and_counted() -> None:
    at = session()
    print_faults(at, [fault(number) for number in range(MOST + 5)])
    assert printed(at.err).count("Fel wrong_type") == MOST
    assert "5 till" in printed(at.err)


def test_markup_in_a_value_is_shown_as_it_stands() -> None:
    at = session()
    print_faults(at, [fault(value="[red]x[/red] :bomb:")])
    assert "[red]x[/red] :bomb:" in printed(at.err)


def test_a_long_value_is_cut() -> None:
    at = session()
    print_faults(at, [fault(value="x" * 10_000)])
    assert len(printed(at.err)) < 1_000


def test_a_code_without_words_is_still_told() -> None:
    at = session()
    print_faults(at, [Fault("brand_new", Severity.ERROR, "$.x", 1, "no_such_hint")])
    assert printed(at.err) == "Fel brand_new  $.x = 1\n"


def test_a_finding_is_a_line_with_its_code() -> None:
    at = session()
    finding = Finding("unknown_shift", Level.LAW, 0, {"shift": "S1", "caregiver": "A1"})
    print_findings(at, [finding, Finding("brand_new", Level.LAW, 0, {"visit": "V1"})])
    assert printed(at.out).splitlines() == [
        "unknown_shift: Passet S1 för A1 finns inte i schemat.",
        "brand_new: visit V1",
    ]
