"""A month of the store: documents taken in, published plans, locked months, every command."""

import json
from datetime import UTC, datetime
from pathlib import Path
from typing import Any

import pytest

from api.cli.exits import ExitCode
from planner.pay.forecast.from_plan import planned_visits
from planner.store import open_store
from planner.store.location import address
from planner.usecases.publish import publish
from solver.identity import with_id
from tests.api.cli.running import run
from tests.build.months import document, order, visit
from tests.build.morning import morning_case, morning_plan

NOW = datetime(2026, 11, 22, 6, 0, tzinfo=UTC)


@pytest.fixture
def store(tmp_path: Path) -> str:
    return address(tmp_path / "store.sqlite")


def take_in(folder: Path, store: str, name: str, **lists: Any) -> Any:
    path = folder / f"{name}.json"
    content = document("upplands_bro", "2026-03", **{"id": name, **lists})
    path.write_text(json.dumps(content), encoding="utf-8")
    return run("import", path, "--store", store)


@pytest.fixture
def march(tmp_path: Path, store: str) -> str:
    take_in(tmp_path, store, "orders", orders=[order(("S1", "personal_care", 30))])
    take_in(tmp_path, store, "w10", performed=[visit("V1", "2026-03-10T08:00", 38, "S1")])
    take_in(tmp_path, store, "w11", performed=[visit("V2", "2026-03-16T08:00", 20, "S1")])
    return store


def settled(store: str, *more: Any) -> dict[str, Any]:
    result = run("settle", "--month", "2026-03", "--store", store, "--format", "json", *more)
    content: dict[str, Any] = json.loads(result.stdout)
    return content


def test_documents_make_up_a_month(march: str) -> None:
    assert settled(march)["total"]["paid"] == 3000


def test_a_document_is_taken_in_once(tmp_path: Path, store: str) -> None:
    lists = {"performed": [visit("V1", "2026-03-10T08:00", 38, "S1")]}
    first, again = (take_in(tmp_path, store, "w10", **lists) for _ in range(2))
    assert (first.exit_code, again.exit_code) == (ExitCode.DONE, ExitCode.DONE)
    assert "finns redan" in again.stdout
    assert "finns redan" not in first.stdout


def test_a_later_document_supersedes_and_a_clash_is_told(tmp_path: Path, march: str) -> None:
    longer = [visit("V2", "2026-03-16T08:00", 25, "S1")]
    take_in(tmp_path, march, "fix", performed=longer, written="2026-04-01T08:00:00+02:00")
    assert settled(march)["total"]["paid"] == 3300
    take_in(tmp_path, march, "odd", performed=[visit("V1", "2026-03-10T08:00", 12, "S1")])
    clash = run("settle", "--month", "2026-03", "--store", march)
    assert clash.exit_code == ExitCode.FAULTS
    assert "row_clash" in clash.stderr
    assert "2026-03 $.performed.V1" in clash.stderr
    assert settled(march)["total"]["paid"] == 1500


@pytest.mark.parametrize(
    ("command", "shown"),
    [
        (("settle",), "50\xa0min"),
        (("reconcile",), "mer tid än"),
        (("compare-models",), "Botkyrka"),
        (("follow-up",), "upplands_bro"),
        (("forecast",), "2026-03"),
        (("month",), '"V2"'),
        (("deadlines", "--from", "2026-04-01"), "U26"),
    ],
)
def test_every_command_takes_the_month_of_the_store(
    march: str, command: tuple[str, ...], shown: str
) -> None:
    result = run(*command, "--month", "2026-03", "--store", march)
    assert result.exit_code == ExitCode.DONE, result.stderr
    assert shown in result.stdout


def test_published_plans_are_the_planned_visits(store: str) -> None:
    plan = with_id(morning_plan("draft"))
    opened = open_store(store)
    opened.save(morning_case(), plan, {"hard_faults": 0.0}, NOW)
    refused = run("forecast", "--month", "2026-11", "--of", "lund", "--store", store)
    assert "month_not_stored" in refused.stderr, "a proposal is not published"
    publish(plan.id, opened, identify=with_id, reason="published", now=NOW)
    opened.close()
    asked = ("--month", "2026-11", "--of", "lund", "--store", store)
    told = run("forecast", *asked, "--format", "json")
    rows = {row["client"]: row["planned"] for row in json.loads(told.stdout)["clients"]}
    assert rows["C1"] > 0
    shown = json.loads(run("month", *asked).stdout)
    visits = planned_visits(morning_case(), plan)
    assert {row["id"] for row in shown["planned"]} == {row.id for row in visits}
    other = run("forecast", "--month", "2026-11", "--of", "botkyrka", "--store", store)
    assert "month_not_stored" in other.stderr, "the plan is another municipality's"


def test_a_locked_month_stays_as_it_was_locked(tmp_path: Path, march: str) -> None:
    assert (
        run("settle", "--month", "2026-03", "--store", march, "--lock").exit_code == ExitCode.DONE
    )
    take_in(tmp_path, march, "late", performed=[visit("V9", "2026-03-20T08:00", 30, "S1")])
    assert settled(march)["total"]["paid"] == 3000
    again = run("settle", "--month", "2026-03", "--store", march, "--lock")
    assert again.exit_code == ExitCode.DONE
    assert "låst" in again.stderr


def test_which_of_several_units_is_asked(tmp_path: Path, march: str) -> None:
    take_in(tmp_path, march, "north", unit="north", performed=[])
    asked = run("settle", "--month", "2026-03", "--store", march)
    assert asked.exit_code == ExitCode.INPUT
    assert "months_of_several" in asked.stderr
    assert settled(march, "--of", "upplands_bro//")["total"]["paid"] == 3000


@pytest.mark.parametrize(
    ("arguments", "code"),
    [
        (("--month", "2026-13"), "month"),
        (("--month", "2026-02"), "month_not_stored"),
        (("--month", "2026-02", "--of", "lund"), "month_not_stored"),
        ((), "missing_argument"),
        (("month.json", "--month", "2026-02"), "month_twice"),
    ],
)
def test_what_does_not_fit_is_explained(store: str, arguments: tuple[str, ...], code: str) -> None:
    result = run("settle", *arguments, "--store", store)
    assert result.exit_code == ExitCode.INPUT
    assert code in result.stderr
    assert "Traceback" not in result.stderr
