"""Help, version, language, and options that do not fit: always an answer, never a traceback."""

import pytest

from api.cli import parsing
from api.cli.exits import ExitCode
from tests.api.cli.running import run

COMMANDS = (
    "demo",
    "plan",
    "check",
    "deadlines",
    "follow-up",
    "invoice",
    "schema",
    "fetch-streets",
    "warm",
)

WRONG = [
    (["--bogus"], "no_such_option", "--bogus"),
    (["plan", "--sed", "1", "x"], "no_such_option", "--seed"),
    (["pln"], "no_such_command", "plan"),
    (["plan"], "missing_argument", "CASE"),
    (["check", "case.json"], "missing_argument", "PLAN"),
    (["fetch-streets", "Lund"], "missing_argument", "--out"),
    (["demo", "--seconds"], "option_without_value", "--seconds"),
    (["demo", "--size", "huge"], "choice", "group, district, municipality"),
    (["schema", "invoice"], "choice", "case, plan, month, facts"),
    (["demo", "--seed", "one"], "whole_number", "--seed"),
    (["demo", "--seed", "1.5"], "whole_number", "--seed"),
    (["demo", "--seed", "-1"], "out_of_range", "--seed"),
    (["demo", "--seed", "9" * 5000], "out_of_range", "--seed"),
    (["demo", "--days", "15"], "out_of_range", "14"),
    (["demo", "--days", "0"], "out_of_range", "--days"),
    (["demo", "--iterations", "0"], "out_of_range", "--iterations"),
    (["demo", "--seconds", "0"], "seconds", "--seconds"),
    (["demo", "--seconds", "nan"], "seconds", "--seconds"),
    (["demo", "--seconds", "soon"], "seconds", "--seconds"),
    (["demo", "--date", "9999-12-31"], "date", "2026-11-23"),
    (["demo", "--date", "23/11"], "date", "2026-11-23"),
    (["--lang", "de"], "language", "de"),
    (["plan", "x", "--lang"], "language", "--lang"),
]


@pytest.mark.parametrize("language", ["sv", "en"])
@pytest.mark.parametrize(("arguments", "code", "named"), WRONG)
def test_a_wrong_option_is_explained(
    arguments: list[str], code: str, named: str, language: str
) -> None:
    asked = [] if "--lang" in arguments else ["--lang", language]
    result = run(*asked, *arguments)
    assert result.exit_code == ExitCode.INPUT
    assert code in result.stderr
    assert named in result.stderr
    assert result.stdout == ""
    assert "Traceback" not in result.output


def test_swedish_comes_first() -> None:
    assert "Användning: hemrunda" in run("--help").stdout
    assert "Usage: hemrunda" in run("--help", "--lang", "en").stdout
    assert "Usage: hemrunda" in run("--help", HEMRUNDA_LANG="en_GB.UTF-8").stdout
    assert "Användning: hemrunda" in run("--lang=sv", "--help", HEMRUNDA_LANG="en").stdout


@pytest.mark.parametrize("command", COMMANDS)
def test_every_command_has_a_help_page_in_both_languages(command: str) -> None:
    swedish, english = (run(command, "--help", "--lang", code) for code in ("sv", "en"))
    assert swedish.exit_code == english.exit_code == ExitCode.DONE
    assert f"Användning: hemrunda {command}" in swedish.stdout
    assert f"Usage: hemrunda {command}" in english.stdout
    assert "--help" in swedish.stdout


def test_the_first_page_names_every_command_and_exit_code() -> None:
    result = run()
    assert result.exit_code == ExitCode.DONE
    assert all(f"  {command} " in result.stdout for command in COMMANDS)
    assert all(str(code.value) in result.stdout for code in ExitCode)


def test_the_version_is_said() -> None:
    result = run("--version")
    assert result.exit_code == ExitCode.DONE
    assert result.stdout.startswith("hemrunda ")


def test_what_follows_two_dashes_is_no_option() -> None:
    result = run("plan", "--", "--lang")
    assert result.exit_code == ExitCode.INPUT
    assert "file_unreadable" in result.stderr


def test_two_budgets_are_one_too_many() -> None:
    result = run("plan", "x.json", "--seconds", "1", "--iterations", "5")
    assert result.exit_code == ExitCode.INPUT
    assert "two_budgets" in result.stderr


def test_a_decimal_comma_is_understood() -> None:
    assert parsing.seconds("--seconds", 60)("0,5") == 0.5
