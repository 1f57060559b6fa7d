"""Documents, files and folders that cannot be used: the code and the path, and no traceback."""

import json
import sqlite3
from pathlib import Path
from typing import Any

import pytest
from typer.testing import Result

from api.cli.exits import ExitCode
from planner.exchange.documents import write_case, write_plan
from tests.api.cli.running import run
from tests.build.documents import DELETE, broken
from tests.build.morning import morning_case, morning_plan
from tests.build.streets import street, write_osm

SERVICE = "$.orders[0].services[0]"

BROKEN: list[tuple[dict[str, Any], str, str]] = [
    ({"$.version": 7}, "version_unknown", "$.version"),
    ({"$.version": DELETE}, "version_missing", "$.version"),
    ({"$.id": ""}, "text_empty", "$.id"),
    ({"$.winter": "yes"}, "wrong_type", "$.winter"),
    ({"$.clients": {}}, "wrong_type", "$.clients"),
    ({"$.clients[1].place": DELETE}, "field_missing", "$.clients[1].place"),
    ({"$.clients[1].lock": "digtal"}, "choice_unknown", "$.clients[1].lock"),
    ({"$.clients[1].place": "P99"}, "place_missing", "$.clients[1].place"),
    ({"$.clients[0].contact": "A99"}, "caregiver_missing", "$.clients[0].contact"),
    ({"$.orders[0].client": "C99"}, "client_missing", "$.orders[0].client"),
    ({"$.shifts[0].caregiver": "A99"}, "caregiver_missing", "$.shifts[0].caregiver"),
    ({"$.places[1].coordinate.lat": 91.0}, "number_too_large", "$.places[1].coordinate.lat"),
    ({"$.horizon.days": 15}, "number_too_large", "$.horizon.days"),
    ({"$.horizon.days": 0}, "number_too_small", "$.horizon.days"),
    ({"$.horizon.first": "2026-02-30"}, "date_invalid", "$.horizon.first"),
    ({f"{SERVICE}.duration": -1800}, "duration_not_positive", f"{SERVICE}.duration"),
    ({f"{SERVICE}.duration": "30"}, "wrong_type", f"{SERVICE}.duration"),
    ({f"{SERVICE}.duraton": 1800}, "field_unknown", f"{SERVICE}.duraton"),
    ({f"{SERVICE}.window.earliest": "7.30"}, "time_invalid", f"{SERVICE}.window.earliest"),
    ({f"{SERVICE}.recurrence.rule": "FREQ=OFTEN"}, "recurrence_unreadable", SERVICE),
    ({f"{SERVICE}.skills": ["juggling"]}, "skill", SERVICE),
    ({f"{SERVICE}.window.latest": "06:30:00"}, "window_closes_before_opening", SERVICE),
]


@pytest.fixture
def case_file(tmp_path: Path) -> Path:
    path = tmp_path / "case.json"
    path.write_bytes(write_case(morning_case()))
    return path


def refused(result: Result, code: str, where: str, exit_code: ExitCode = ExitCode.INPUT) -> None:
    assert result.exit_code == exit_code, result.output
    assert code in result.stderr
    assert where in result.stderr
    assert "Prova: " in result.stderr
    assert "Traceback" not in result.output


def plan(path: Path, tmp_path: Path, *more: object) -> Result:
    store = f"sqlite:///{tmp_path / 'store.sqlite'}"
    given = ("--out", tmp_path / "out", "--store", store, "--iterations", 1)
    return run("plan", path, *given, *more)


@pytest.mark.parametrize(("changes", "code", "path"), BROKEN)
def test_a_broken_case_is_refused(
    changes: dict[str, Any], code: str, path: str, tmp_path: Path
) -> None:
    file = tmp_path / "case.json"
    file.write_bytes(broken(changes))
    refused(plan(file, tmp_path), code, path)


@pytest.mark.parametrize(
    ("content", "code"),
    [
        (b"", "not_json"),
        (b"{", "not_json"),
        (b"[]", "not_an_object"),
        (b"null", "not_an_object"),
        (b"\xff\xfe{}", "not_utf8"),
        (b'{"version": NaN}', "not_a_number"),
        (b"[" * 100_000, "nested_too_deep"),
        (b"{}", "version_missing"),
        (b"x" * (100 * 2**20), "document_too_large"),
    ],
)
def test_a_file_of_junk_is_refused(content: bytes, code: str, tmp_path: Path) -> None:
    file = tmp_path / "junk.json"
    file.write_bytes(content)
    refused(plan(file, tmp_path), code, "junk.json $")


def test_a_missing_case_is_named(tmp_path: Path) -> None:
    refused(plan(tmp_path / "none.json", tmp_path), "file_unreadable", "none.json")


def test_a_folder_is_no_case(tmp_path: Path) -> None:
    refused(plan(tmp_path, tmp_path), "file_unreadable", tmp_path.name)


def test_a_file_is_no_folder_for_the_results(case_file: Path, tmp_path: Path) -> None:
    result = plan(case_file, tmp_path, "--out", case_file)
    refused(result, "out_folder", "--out")


def test_a_missing_extract_is_named(case_file: Path, tmp_path: Path) -> None:
    result = plan(case_file, tmp_path, "--extract", tmp_path / "lund.osm.pbf")
    refused(result, "extract_unusable", "lund.osm.pbf")


def test_an_extract_of_junk_is_named(case_file: Path, tmp_path: Path) -> None:
    extract = tmp_path / "junk.osm.pbf"
    extract.write_bytes(b"no map at all" * 1000)
    refused(plan(case_file, tmp_path, "--extract", extract), "extract_unusable", "junk.osm.pbf")


def test_an_unknown_network_is_named(tmp_path: Path) -> None:
    file = tmp_path / "case.json"
    file.write_bytes(broken({"$.network": "atlantis"}))
    refused(plan(file, tmp_path), "extract_unusable", "atlantis")


def test_a_home_in_the_sea_is_named(home: dict[str, str], tmp_path: Path) -> None:
    file = tmp_path / "case.json"
    in_the_river = {"lat": 57.6905, "lon": 11.8905}
    file.write_bytes(broken({"$.places[1].coordinate": in_the_river}))
    given = ("--out", tmp_path / "out", "--store", f"sqlite:///{tmp_path / 'store.sqlite'}")
    result = run("plan", file, *given, "--iterations", 1, **home)
    refused(result, "place_off_network", "$.places[1].coordinate")


def test_an_unknown_address_is_named_with_what_it_may_have_meant(tmp_path: Path) -> None:
    file, register = tmp_path / "case.json", tmp_path / "register.csv"
    address = {"street": "Storgatn", "number": "12"}
    file.write_bytes(broken({"$.places[1].coordinate": None, "$.places[1].address": address}))
    rows = (
        "adress;latitud;longitud\nStorgatan 12;57.70;11.97\nLillgatan 3;57.70;11.98\nTorget 1;x;y\n"
    )
    register.write_text(rows, encoding="utf-8")
    result = plan(file, tmp_path, "--addresses", register)
    refused(result, "address_not_found", "$.places[1].address")
    assert "Liknar: Storgatan 12" in result.stderr
    assert "register_position" in result.stderr, "unreadable rows are told as warnings"


def test_a_missing_address_register_is_named(case_file: Path, tmp_path: Path) -> None:
    result = plan(case_file, tmp_path, "--addresses", tmp_path / "none.csv")
    refused(result, "register_unreadable", "none.csv")


def test_a_store_that_cannot_be_used_is_named(case_file: Path, tmp_path: Path) -> None:
    foreign = tmp_path / "songs.sqlite"
    with sqlite3.connect(foreign) as connection:
        connection.execute("CREATE TABLE songs (title TEXT)")
    connection.close()
    for url, code in (
        (f"sqlite:///{foreign}", "store_foreign"),
        ("postgresql://server/db", "store_unsupported"),
        (f"sqlite:///{case_file}", "store_not_a_database"),
    ):
        result = plan(case_file, tmp_path, "--store", url)
        refused(result, code, "--store", ExitCode.SURROUNDINGS)


def test_faults_of_both_documents_are_told_together(tmp_path: Path) -> None:
    case, made = tmp_path / "case.json", tmp_path / "plan.json"
    case.write_bytes(broken({"$.horizon.days": 15}))
    made.write_bytes(json.dumps({"version": 3}).encode())
    result = run("check", case, made)
    refused(result, "number_too_large", "case.json $.horizon.days")
    refused(result, "version_unknown", "plan.json $.version")


def test_a_plan_is_no_case(case_file: Path, tmp_path: Path) -> None:
    made = tmp_path / "plan.json"
    made.write_bytes(write_plan(morning_plan()))
    refused(run("check", made, case_file), "field_", "plan.json $")


def test_the_faults_are_told_in_english_too(tmp_path: Path) -> None:
    file = tmp_path / "case.json"
    file.write_bytes(broken({"$.clients[1].place": "P99"}))
    result = plan(file, tmp_path, "--lang", "en")
    assert result.exit_code == ExitCode.INPUT
    assert "Error place_missing" in result.stderr
    assert "Try: " in result.stderr


def test_a_demo_that_has_no_room_says_so(tmp_path: Path) -> None:
    road = street(1, 2, highway="primary")
    extract = write_osm(tmp_path / "road.osm", {1: (0, 0), 2: (500, 0)}, [road])
    given = ("--size", "group", "--extract", extract, "--out", tmp_path / "out")
    result = run("demo", *given, XDG_CACHE_HOME=str(tmp_path))
    refused(result, "demo_no_fit", "--size")
    assert "road.osm" in result.stderr
