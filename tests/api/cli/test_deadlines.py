"""The deadlines as a user sees them: a table, JSON, CSV and a calendar file."""

import csv
import json
from pathlib import Path

import pytest
from typer.testing import Result

from api.cli.exits import ExitCode
from api.words import Language, load
from planner.exchange.documents import write_facts
from planner.pay.deadlines.facts import Done
from planner.pay.deadlines.kinds import EventKind, Municipality
from planner.pay.deadlines.registry import DEADLINES
from tests.api.cli.running import run
from tests.build.deadlines import swedish, unit
from tests.build.months import document, order

SPAN = ("--from", "2026-02-01", "--to", "2026-02-28", "--now", "2026-02-02T14:00")


@pytest.fixture
def facts(tmp_path: Path) -> Path:
    events = {"O1": (EventKind.EXTRA_VISIT, "2026-01-31 12:00")}
    path = tmp_path / "facts.json"
    path.write_bytes(write_facts(unit(Municipality.HUDDINGE, events=events)))
    return path


def refused(result: Result, code: str, where: str) -> None:
    assert result.exit_code == ExitCode.INPUT, result.output
    assert code in result.stderr
    assert where in result.stderr
    assert "Traceback" not in result.output


@pytest.mark.parametrize("language", Language)
def test_every_deadline_has_words(language: Language) -> None:
    words = load(language)
    for rows in DEADLINES.values():
        for row in rows:
            assert words.knows(f"deadlines.what.{row.id.replace('.', '_')}"), row.id


def test_the_table_tells_and_warns(facts: Path) -> None:
    result = run("deadlines", facts, *SPAN, COLUMNS="200")
    assert result.exit_code == ExitCode.DONE, result.output
    assert "Tidsgränser för E1" in result.stdout
    assert "2026-02-02 15:00" in result.stdout
    assert "Godkänn månadens alla besök" in result.stdout
    assert "Försenat: 0. I dag: 4. Snart: 0." in result.stdout


def test_in_english(facts: Path) -> None:
    result = run("deadlines", facts, *SPAN, "--lang", "en", COLUMNS="200")
    assert "Approve all visits of the month" in result.stdout
    assert "Overdue: 0. Today: 4. Soon: 0." in result.stdout


def test_as_json(facts: Path) -> None:
    rows = json.loads(run("deadlines", facts, *SPAN, "--format", "json").stdout)
    found = [(row["deadline"], row["due"], row["state"], row["about"]) for row in rows]
    assert found == [
        ("H04", "2026-02-02T15:00:00+01:00", "due_today", "2026-01"),
        ("H26", "2026-02-02T23:59:59+01:00", "due_today", "O1"),
        ("H29", "2026-02-02T23:59:59+01:00", "due_today", "2026-01"),
        ("H31", "2026-02-02T23:59:59+01:00", "due_today", "2026-01"),
    ]


def test_as_csv(facts: Path) -> None:
    text = run("deadlines", facts, *SPAN, "--format", "csv").stdout
    rows = list(csv.DictReader(text.splitlines(), delimiter=";"))
    assert [row["Senast"] for row in rows] == ["2026-02-02 15:00", *["2026-02-02"] * 3]


def test_the_calendar_is_written_without_the_client(facts: Path, tmp_path: Path) -> None:
    file = tmp_path / "dates.ics"
    result = run("deadlines", facts, *SPAN, "--ics", file)
    assert str(file) in result.stderr.replace("\n", "")
    text = file.read_text(encoding="utf-8")
    assert text.count("BEGIN:VEVENT") == 4
    assert "C1" not in text


def test_without_dates_it_starts_today(facts: Path) -> None:
    result = run("deadlines", facts, "--now", "2026-02-01T23:30:00+00:00", "--format", "json")
    assert {row["deadline"] for row in json.loads(result.stdout)} >= {"H04", "H29"}


def test_nothing_due_says_so(facts: Path) -> None:
    asked = ("--from", "2026-01-10", "--to", "2026-01-11", "--now", "2026-01-10")
    assert "Inga tidsgränser" in run("deadlines", facts, *asked).stdout


@pytest.mark.parametrize(
    ("more", "code", "where"),
    [
        (("--from", "2026-02-02", "--to", "2026-02-01"), "days_reversed", "--to"),
        (("--now", "yesterday"), "moment", "--now"),
        (("--now", "1066-01-01"), "moment", "--now"),
        (("--format", "xml"), "choice", "--format"),
    ],
)
def test_a_wrong_option_is_explained(facts: Path, more: tuple[str, str], code: str, where: str):
    refused(run("deadlines", facts, *more), code, where)


@pytest.mark.parametrize(
    ("changes", "code", "where"),
    [
        ({"municipality": "stockholm"}, "choice_unknown", "$.municipality"),
        ({"version": 2}, "version_unknown", "$.version"),
        ({"days": [{"id": "C1", "kind": "care_started"}]}, "field_missing", "$.days[0].day"),
        ({"events": [{"id": "", "kind": "extra_visit", "at": "x"}]}, "text_empty", "events[0].id"),
        ({"done": [{"deadline": "H99", "about": "O1", "at": "2026-02-02T12:00:00Z"}]},
         "deadline_unknown", "$.done[0].deadline"),
    ],
)  # fmt: skip
def test_a_broken_document_is_explained(
    facts: Path, changes: dict[str, object], code: str, where: str
) -> None:
    content = json.loads(facts.read_bytes()) | changes
    facts.write_text(json.dumps(content), encoding="utf-8")
    refused(run("deadlines", facts, *SPAN), code, where)


def test_a_fact_without_a_rule_is_a_warning(facts: Path) -> None:
    content = json.loads(facts.read_bytes())
    content["days"] = [{"id": "M1", "kind": "meal_delivery", "day": "2026-02-02"}]
    facts.write_text(json.dumps(content), encoding="utf-8")
    result = run("deadlines", facts, *SPAN)
    assert result.exit_code == ExitCode.DONE
    assert "fact_without_deadline" in result.stderr


def test_a_month_will_do(facts: Path) -> None:
    row = order(("S1", "shower"), received="2026-01-30T10:00:00+01:00")
    content = document("botkyrka", "2026-01", orders=[row])
    facts.write_text(json.dumps(content), encoding="utf-8")
    result = run("deadlines", facts, *SPAN, "--format", "json")
    found = [(row["deadline"], row["about"]) for row in json.loads(result.stdout)]
    assert ("B10", "O1") in found
    beside = facts.with_name("month.json")
    beside.write_text(json.dumps(content), encoding="utf-8")
    own = [Done(deadline="B10", about="O1", at=swedish("2026-01-30 12:00"))]
    facts.write_bytes(write_facts(unit(Municipality.BOTKYRKA, done=tuple(own))))
    refused(run("deadlines", facts, *SPAN), "fact_unknown", "$.done[0].about")
    result = run("deadlines", facts, "--month", beside, *SPAN, "--format", "json")
    assert {row["state"] for row in json.loads(result.stdout)} == {"done"}
    facts.write_text(json.dumps({**content, "municipality": "solna"}), encoding="utf-8")
    refused(run("deadlines", facts, *SPAN), "choice", "$.municipality")
