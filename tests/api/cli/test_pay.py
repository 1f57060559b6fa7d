"""The commands about compensation, as a user sees them."""

import csv
import json
from decimal import Decimal
from pathlib import Path

import pytest

from api.cli.exits import ExitCode
from planner.exchange.documents import write_case, write_plan
from planner.store.location import address
from tests.api.cli.running import run
from tests.build.months import document, order, visit
from tests.build.morning import morning_case, morning_plan

TARIFF = 'municipality = "upplands_bro"\nvalid_from = 2026-01-01\n[prices]\n'
BAD = visit("X1", "2026-03-10T10:00", 30, "S1", end="2026-03-10T09:00:00+01:00")


def written(folder: Path, **lists: object) -> Path:
    content = document(
        "upplands_bro",
        "2026-03",
        orders=[order(("S1", "personal_care", 30))],
        performed=[
            visit("V1", "2026-03-10T08:00", 38, "S1"),
            visit("V2", "2026-03-11T08:00", 20, "S1"),
        ],
    )
    path = folder / "month.json"
    path.write_text(json.dumps({**content, **lists}), encoding="utf-8")
    return path


@pytest.fixture
def month(tmp_path: Path) -> Path:
    return written(tmp_path)


@pytest.fixture
def tariff(tmp_path: Path) -> Path:
    path = tmp_path / "tariff.toml"
    path.write_text(TARIFF + '"hour.home_care" = 41255\n', encoding="utf-8")
    return path


def test_the_table_tells_what_is_paid(month: Path, tariff: Path) -> None:
    result = run("settle", month, "--tariff", tariff)
    assert result.exit_code == ExitCode.DONE
    assert "50\xa0min" in result.stdout
    assert "343,79" in result.stdout
    assert "Personlig omvårdnad" in result.stdout


def test_the_lines_as_csv_add_up(month: Path, tariff: Path) -> None:
    result = run("settle", month, "--tariff", tariff, "--format", "csv")
    rows = list(csv.DictReader(result.stdout.splitlines(), delimiter=";"))
    assert [(row["record"], row["status"], row["minutes"]) for row in rows] == [
        ("V1", "at_risk", "8"),
        ("V1", "sure", "30"),
        ("V2", "sure", "20"),
    ]
    assert sum(Decimal(row["kronor"]) for row in rows if row["status"] == "sure") == Decimal(
        "343.79"
    )


def test_everything_as_json_and_files(month: Path, tariff: Path, tmp_path: Path) -> None:
    out = tmp_path / "out"
    result = run("settle", month, "--tariff", tariff, "--format", "json", "--out", out)
    content = json.loads(result.stdout)
    assert (content["total"]["paid"], content["total"]["ore"]["sure"]) == (3000, 34379)
    assert [row["name"] for row in content["clients"]] == ["C1"]
    assert content["reconciliation"]["clients"][0]["performed"] == 58 * 60
    files = sorted(path.name for path in out.iterdir())
    assert files == ["upplands_bro-2026-03.csv", "upplands_bro-2026-03.json"]
    assert json.loads((out / files[1]).read_text(encoding="utf-8")) == content


def test_rows_with_errors_are_named_and_left_out(tmp_path: Path) -> None:
    good = visit("V1", "2026-03-10T08:00", 20, "S1")
    path = written(tmp_path, performed=[good, BAD])
    result = run("settle", path)
    assert result.exit_code == ExitCode.FAULTS
    assert "month.json $.performed[1].end" in result.stderr
    assert "20\xa0min" in result.stdout


@pytest.mark.parametrize(
    ("content", "code"),
    [
        (TARIFF, "tariff_price_missing"),
        (TARIFF + '"hour.home_care" = "dyrt"\n', "wrong_type"),
        ("municipality = ", "not_toml"),
    ],
)
def test_a_tariff_that_cannot_be_used(month: Path, tmp_path: Path, content: str, code: str) -> None:
    path = tmp_path / "tariff.toml"
    path.write_text(content, encoding="utf-8")
    result = run("settle", month, "--tariff", path)
    assert result.exit_code == ExitCode.INPUT
    assert code in result.stderr
    assert "Traceback" not in result.stderr


def test_the_missing_price_is_named(month: Path, tmp_path: Path) -> None:
    path = tmp_path / "tariff.toml"
    path.write_text(TARIFF, encoding="utf-8")
    assert "Priset hour.home_care saknas" in run("settle", month, "--tariff", path).stderr


def test_the_example_tariff_is_for_the_demo_only(tmp_path: Path) -> None:
    refused = run("settle", written(tmp_path), "--tariff", "EXEMPEL")
    assert refused.exit_code == ExitCode.INPUT
    assert "tariff_example" in refused.stderr
    allowed = run("settle", written(tmp_path, demo=True), "--tariff", "EXEMPEL")
    assert allowed.exit_code == ExitCode.DONE


def test_a_locked_month_is_refused_another_content(tmp_path: Path) -> None:
    store = address(tmp_path / "store.sqlite")
    path = written(tmp_path)
    first = run("settle", path, "--lock", "--store", store)
    again = run("settle", path, "--lock", "--store", store)
    assert (first.exit_code, again.exit_code) == (ExitCode.DONE, ExitCode.DONE)
    other = run("settle", written(tmp_path, performed=[]), "--lock", "--store", store)
    assert other.exit_code == ExitCode.SURROUNDINGS
    assert "month_locked" in other.stderr


def test_a_forecast_of_a_month_and_of_a_plan(tmp_path: Path) -> None:
    planned = [visit("P1", "2026-03-10T08:00", 40, "S1")]
    month = written(tmp_path, planned=planned, performed=[])
    told = run("forecast", month, "--format", "json")
    (row,) = json.loads(told.stdout)["clients"]
    assert (row["planned"], row["paid"], row["unpaid"]) == (2400, 1800, {"more_than_ordered": 600})
    (tmp_path / "case.json").write_bytes(write_case(morning_case()))
    (tmp_path / "plan.json").write_bytes(write_plan(morning_plan()))
    files = (tmp_path / "case.json", "--plan", tmp_path / "plan.json")
    table = run("forecast", *files, "--municipality", "botkyrka")
    assert table.exit_code == ExitCode.DONE
    assert "C1" in table.stdout


def test_a_forecast_of_an_unknown_municipality_names_those_there_are(tmp_path: Path) -> None:
    month = written(tmp_path, performed=[])
    result = run("forecast", month, "--municipality", "botkyrkaa")
    assert result.exit_code == ExitCode.INPUT
    assert "menade du botkyrka?" in result.stderr


def test_the_models_side_by_side(month: Path, tariff: Path) -> None:
    result = run("compare-models", month, "--tariff", tariff, "--format", "json")
    found = {row["municipality"]: row for row in json.loads(result.stdout)}
    assert found["upplands_bro"]["ore"]["sure"] == 34379
    assert found["botkyrka"]["ore"] is None
    for form in ("table", "csv"):
        assert "Botkyrka" in run("compare-models", month, "--format", form).stdout


def test_reconciling_tells_what_is_to_be_explained(month: Path) -> None:
    result = run("reconcile", month)
    assert result.exit_code == ExitCode.DONE
    assert "mer tid än" in result.stdout
    assert "V1;C1;2026-03-10;8" in run("reconcile", month, "--format", "csv").stdout
    assert '"deviations"' in run("reconcile", month, "--format", "json").stdout


def test_planned_time_is_handed_over_once(tmp_path: Path) -> None:
    store = address(tmp_path / "store.sqlite")
    (tmp_path / "case.json").write_bytes(write_case(morning_case()))
    (tmp_path / "plan.json").write_bytes(write_plan(morning_plan()))
    files = (tmp_path / "case.json", tmp_path / "plan.json", "--store", store)
    first = run("planned-time", *files, "--format", "csv")
    assert first.stdout.startswith("plan;client;service;day;minutes")
    assert len(first.stdout.splitlines()) > 1
    again = run("planned-time", *files, "--format", "json", "--reason", "changed")
    assert json.loads(again.stdout)["rows"] == []
