"""From the JSON document to the files: Huddinge with its two forms, Haninge with its hours."""

import base64
import json
import re
from decimal import Decimal
from pathlib import Path
from typing import Any

import pytest
from openpyxl import load_workbook
from typer.testing import Result

from api.cli.exits import ExitCode
from planner.pay.invoice.read_ubl import read_sums
from planner.store.location import address
from tests.api.cli.running import run
from tests.build.invoices import SETTINGS_TOML
from tests.build.months import document, order, visit
from tests.planner.pay.invoice.peppol import broken_rules
from tests.planner.pay.invoice.sweden import broken_swedish_rules

HUDDINGE = """
municipality = "huddinge"
valid_from = 2026-01-01
[prices]
"hour.home_care" = 40000
"hour.escort" = 36000
"hour.meal_delivery" = 38000
[vat]
"hour.home_care" = 0
"hour.escort" = 0
"hour.meal_delivery" = 0
"""
HANINGE = """
municipality = "haninge"
valid_from = 2026-01-01
[prices]
"hour.home_care" = 41730
"supplement.island" = 5000
[vat]
"hour.home_care" = 0
"supplement.island" = 0
"""
DONE = {"approved": "2026-01-31T12:00:00+01:00"}


def of(client: str, name: str, start: str, minutes: int, *services: str, **more: Any) -> Any:
    return visit(name, start, minutes, *services, client=client, **DONE, **more)


def huddinge() -> dict[str, Any]:
    """Return a month with an hour of care, a walk, boxes for two, a stay and a declined visit."""
    missed = of("BRUK0002", "D1", "2026-01-12T08:00", 30, "S3")
    missed |= {"declined": "2026-01-12T08:00:00+01:00"}
    del missed["caregiver"]
    return document(
        "huddinge",
        "2026-01",
        settled="2026-02-02T15:00:00+01:00",
        orders=[
            order(("S1", "personal_care", 60), ("S2", "escort", 90), client="BRUK0001"),
            order(("S3", "cleaning", 60), client="BRUK0002", id="O2"),
        ],
        performed=[
            of("BRUK0001", "V1", "2026-01-07T08:00", 60, "S1"),
            of("BRUK0001", "V2", "2026-01-08T13:00", 90, "S2"),
            of("BRUK0002", "V3", "2026-01-09T08:00", 25),
        ],
        declined=[missed],
        meals=[
            {"id": "M1", "client": "BRUK0001", "boxes": 4, "delivered": "2026-01-05"},
            {"id": "M2", "client": "BRUK0001", "boxes": 3, "delivered": "2026-01-09"},
            {"id": "M3", "client": "BRUK0002", "boxes": 2, "delivered": "2026-01-09"},
        ],
        absences=[
            {
                "id": "A1",
                "client": "BRUK0001",
                "start": "2026-01-30T10:00:00+01:00",
                "reason": "short_term",
            }
        ],
    )


def haninge() -> dict[str, Any]:
    """Return a month with three groups of age, one on an island, one with two days in hospital."""
    monthly = {"grant": {"time": 218_880, "per": "month"}}
    return document(
        "haninge",
        "2026-01",
        settled="2026-02-05T08:00:00+01:00",
        clients=[
            {"id": "BRUK0001", "born": "1940-05", "supplements": ["island"]},
            {"id": "BRUK0002", "born": "1980-05"},
            {"id": "BRUK0003", "born": "1980-05", "psychiatric": True},
        ],
        orders=[
            order(("S1", "personal_care"), client="BRUK0001", **monthly),
            order(("S2", "cleaning", 40), client="BRUK0002", id="O2"),
            order(("S3", "housing_support", 60), client="BRUK0003", id="O3"),
        ],
        performed=[
            of("BRUK0001", "V1", "2026-01-10T21:00", 30, "S1"),
            of("BRUK0002", "V2", "2026-01-11T08:00", 47, "S2"),
            of("BRUK0003", "V3", "2026-01-12T08:00", 60, "S3"),
        ],
        absences=[
            {
                "id": "A1",
                "client": "BRUK0001",
                "start": "2026-01-13T06:00:00+01:00",
                "known": "2026-01-13T09:00:00+01:00",
            }
        ],
    )


def make(folder: Path, content: dict[str, Any], tariff: str, *more: str) -> Result:
    municipality = content["municipality"]
    settings = SETTINGS_TOML.replace("upplands_bro", municipality)
    if municipality == "haninge":
        allowed = 'allowed = ["780201", "350101", "333601"]'
        settings = settings.replace('default = "75219"', allowed)
    named = {"month.json": json.dumps(content), "tariff.toml": tariff, "settings.toml": settings}
    for name, text in named.items():
        (folder / name).write_text(text, encoding="utf-8")
    return run(
        "invoice",
        folder / "month.json",
        *("--tariff", folder / "tariff.toml", "--settings", folder / "settings.toml"),
        *("--number", "F1", "--date", "2026-02-05", "--out", folder / "out"),
        *("--store", address(folder / "store.sqlite"), *more),
    )


def table(path: Path) -> list[list[str]]:
    return [row.split(";") for row in path.read_text(encoding="utf-8-sig").splitlines()]


def documents(folder: Path) -> list[bytes]:
    return [path.read_bytes() for path in sorted((folder / "out").glob("*.xml"))]


@pytest.mark.parametrize(("content", "tariff"), [(huddinge(), HUDDINGE), (haninge(), HANINGE)])
def test_every_rule_of_the_documents_holds(
    tmp_path: Path, content: dict[str, Any], tariff: str
) -> None:
    assert make(tmp_path, content, tariff).exit_code == ExitCode.DONE
    found = documents(tmp_path)
    assert found
    for document_ in found:
        assert broken_rules(document_) == []
        assert broken_swedish_rules(document_) == []
        assert b"BRUK" not in document_


def test_huddinge_pays_by_kind_and_gets_its_two_forms(tmp_path: Path) -> None:
    """H02, H12, H27 on the invoice; H29 and H31 as forms."""
    assert make(tmp_path, huddinge(), HUDDINGE).exit_code == ExitCode.DONE
    (document_,) = documents(tmp_path)
    sums = read_sums(document_)
    assert sums.net == Decimal(400) + Decimal(540) + 2 * Decimal(380)
    assert (sums.vat, sums.gross) == (Decimal(0), sums.net)
    portions = table(tmp_path / "out" / "SEKRETESS-rapportering-matportioner.csv")
    assert portions[1:] == [["BRUK0001", "7", "2"], ["BRUK0002", "2", "1"]]
    deviations = table(tmp_path / "out" / "SEKRETESS-rapportering-avvikelse.csv")
    assert [row[0] for row in deviations[1:]] == ["BRUK0001", "BRUK0002"]
    assert deviations[1][2:5] == ["2026-01-30", "2026-01-31", "2"]
    assert deviations[2][2:5] == ["2026-01-12", "2026-01-12", "1"]
    inside = load_workbook(tmp_path / "out" / "SEKRETESS-underlag.xlsx")
    waiting = inside["Inte fakturerat"]
    assert [row[0] for row in waiting.iter_rows(min_row=2, values_only=True)], "the extra visit"


def test_haninge_gets_an_invoice_with_its_hours_for_each_group(tmp_path: Path) -> None:
    """N31: one per reference; N30: hours registered, granted and invoiced agree."""
    assert make(tmp_path, haninge(), HANINGE).exit_code == ExitCode.DONE
    found = {read_sums(row).reference: row for row in documents(tmp_path)}
    net = {name: read_sums(row).net for name, row in found.items()}
    assert net == {
        "780201": Decimal("208.65") + 4 * Decimal("417.30") + Decimal(50),
        "350101": Decimal("278.20"),
        "333601": Decimal("417.30"),
    }
    hours = {name: _hours(row) for name, row in found.items()}
    assert {name: {row["Referens"] for row in rows} for name, rows in hours.items()} == {
        name: {name} for name in net
    }
    (cleaning,) = hours["350101"]
    assert cleaning["Registrerat, tim"] == "0,78"
    assert cleaning["Fakturerat, tim"] == "0,67"
    elderly = hours["780201"]
    assert sum(_number(row["Fakturerat, tim"]) for row in elderly) == Decimal("4.5")


def _hours(document_: bytes) -> list[dict[str, str]]:
    """Return the rows of the attachment with the hours."""
    found = re.search(rb'mimeCode="text/csv"[^>]*>([^<]*)<', document_)
    assert found is not None
    text = base64.b64decode(found[1]).decode("utf-8-sig")
    assert "BRUK" not in text
    head, *rows = (row.split(";") for row in text.splitlines())
    return [dict(zip(head, row, strict=True)) for row in rows]


def _number(text: str) -> Decimal:
    return Decimal(text.replace(",", "."))


def test_a_locked_month_is_invoiced_as_it_was_locked(tmp_path: Path) -> None:
    """A locked month never changes: neither another file nor other prices do."""
    make(tmp_path, huddinge(), HUDDINGE)
    before = documents(tmp_path)
    store = ("--store", address(tmp_path / "store.sqlite"))
    lock = ("--tariff", tmp_path / "tariff.toml", "--lock", *store)
    assert run("settle", tmp_path / "month.json", *lock).exit_code == ExitCode.DONE
    changed = huddinge() | {"performed": []}
    told = make(tmp_path, changed, HUDDINGE)
    assert told.exit_code == ExitCode.DONE
    assert "locked_otherwise" in told.stderr
    assert documents(tmp_path) == before
    dearer = make(tmp_path, huddinge(), HUDDINGE.replace("40000", "40001"))
    assert dearer.exit_code == ExitCode.INPUT
    assert "locked_prices_differ" in dearer.stderr
    stored = run(
        "invoice",
        *("--month", "2026-01", "--number", "F1", "--date", "2026-02-05"),
        *("--tariff", tmp_path / "tariff.toml", "--settings", tmp_path / "settings.toml"),
        *("--out", tmp_path / "out", *store),
    )
    assert stored.exit_code == ExitCode.INPUT, "the dearer tariff is still there"
    make(tmp_path, huddinge(), HUDDINGE)
    assert documents(tmp_path) == before


def test_a_month_locked_without_prices_gets_those_of_the_tariff(tmp_path: Path) -> None:
    make(tmp_path, huddinge(), HUDDINGE)
    before = documents(tmp_path)
    store = ("--store", address(tmp_path / "store.sqlite"))
    assert run("settle", tmp_path / "month.json", "--lock", *store).exit_code == ExitCode.DONE
    make(tmp_path, huddinge() | {"performed": []}, HUDDINGE)
    assert documents(tmp_path) == before
