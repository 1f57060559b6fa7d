"""What stands on the printed rounds, and what does not."""

import dataclasses
import re
from pathlib import Path

import pytest

from api.print import Pages, RowKind, sheets_of, write_pages
from api.words import Language, load
from planner.model.clients import Household, HouseholdMode
from planner.model.instance import Instance
from planner.model.orders import ServiceKind
from planner.model.units import CaregiverId, ClientId, HouseholdId
from tests.build.homes import couple, planned
from tests.build.morning import (
    HIDDEN_STREET,
    at,
    morning_case,
    morning_demand,
    morning_instance,
    morning_plan,
    morning_travel,
)

PLAIN = str.maketrans({"\N{NO-BREAK SPACE}": " ", "\N{EN DASH}": "-"})
SWEDISH = load(Language.SWEDISH)
SCRIPT = "<script>alert(1)</script>"


def pages(folder: Path, language: Language = Language.SWEDISH) -> Pages:
    sheets = sheets_of(morning_instance(), morning_plan())
    return write_pages(folder, sheets, load(language), "plan-1")


def text(path: Path) -> str:
    """Return the page's text without tags, with single spaces and plain dashes."""
    body = path.read_text(encoding="utf-8").split("<body>")[1]
    plain = re.sub(r"<[^>]+>", " ", body).translate(PLAIN)
    return re.sub(r"\s+", " ", plain)


def test_a_round_tells_all_that_its_caregiver_needs(tmp_path: Path) -> None:
    page = text(pages(tmp_path).rounds[0])
    for words in (
        "W1",
        "måndag 23 november 2026",
        "07:00-12:30",
        "nycklar till C2",
        "07:05-07:30",
        "P1 · Åsögatan 1 B · 2 tr",
        "Läkemedel, Personlig omvårdnad",
        "Fallrisk",
        "Syrgas",
        "Hund",
        "Digitalt lås",
        "Nyckel",
        "Med W2 07:45-08:00",
        "vänta 10 min",
        "5 min med bil",
        "Per telefon",
        "Rast",
        "Du är fast omsorgskontakt",
        "Därefter 5 min till OFF",
        "Plan plan-1",
    ):
        assert words in page, words


def test_stops_stand_in_the_order_of_the_round(tmp_path: Path) -> None:
    page = text(pages(tmp_path).rounds[1]).split("Att veta")[1]
    places = [page.index(word) for word in ("Överlämning", "C3", "C2", "Rast")]
    assert places == sorted(places)


def test_the_second_caregiver_sees_her_own_part(tmp_path: Path) -> None:
    page = text(pages(tmp_path).rounds[1])
    assert "07:45-08:00" in page
    assert "Med W1 07:45-08:00" in page


def test_a_protected_address_is_only_where_its_caregiver_goes(tmp_path: Path) -> None:
    found = pages(tmp_path)
    assert HIDDEN_STREET in text(found.rounds[1])
    assert "Skyddad identitet" in text(found.rounds[1])
    assert HIDDEN_STREET not in found.rounds[0].read_text(encoding="utf-8")
    assert HIDDEN_STREET not in found.index.read_text(encoding="utf-8")


def test_no_page_holds_a_coordinate(tmp_path: Path) -> None:
    found = pages(tmp_path)
    for path in (found.index, found.everything, *found.rounds):
        assert "57.7" not in path.read_text(encoding="utf-8"), path.name


def test_all_rounds_are_in_one_file_and_the_index_leads_to_each(tmp_path: Path) -> None:
    found = pages(tmp_path)
    everything = text(found.everything)
    for path in found.rounds:
        assert text(path).strip() in everything
        assert f'href="{path.name}"' in found.index.read_text(encoding="utf-8")
    assert 'href="rundor.html"' in found.index.read_text(encoding="utf-8")


def test_the_pages_speak_english_too(tmp_path: Path) -> None:
    page = text(pages(tmp_path, Language.ENGLISH).rounds[0])
    assert "Monday 23 November 2026" in page
    assert "Take along from the office: keys of C2" in page


def test_keys_and_partners_are_worked_out() -> None:
    first, second = sheets_of(morning_instance(), morning_plan())
    assert (first.caregiver, first.keys, second.keys) == ("W1", ("C2",), ("C2",))
    shared = first.rows[1].partner
    assert shared is not None
    assert (shared.caregiver, shared.start, shared.end) == ("W2", at("07:45"), at("08:00"))
    assert [row.kind for row in second.rows if row.number is None] == [RowKind.DUTY, RowKind.BREAK]
    assert (first.visits, first.care, first.travel) == (3, 3600, 900)


@pytest.fixture
def hostile() -> Instance:
    case = morning_case()
    clients = tuple(
        client.model_copy(update={"cautions": (SCRIPT,), "pets": ("draken",)})
        for client in case.clients
    )
    return Instance(
        case.model_copy(update={"clients": clients}), morning_demand(), morning_travel()
    )


def test_what_the_case_says_is_text_and_never_markup(hostile: Instance, tmp_path: Path) -> None:
    sheets = sheets_of(hostile, morning_plan())
    found = write_pages(tmp_path, sheets, SWEDISH, SCRIPT)
    for path in (found.index, found.everything, *found.rounds):
        assert "<script" not in path.read_text(encoding="utf-8"), path.name
    assert "&lt;script&gt;" in found.rounds[0].read_text(encoding="utf-8")
    assert "draken" in text(found.rounds[0]), "a code without words is shown as it is"


def test_a_code_cannot_lead_out_of_the_folder(tmp_path: Path) -> None:
    plan = morning_plan()
    sheets = sheets_of(morning_instance(), plan)
    strange = CaregiverId("../../x y/å")

    renamed = [dataclasses.replace(sheet, caregiver=strange) for sheet in sheets]
    found = write_pages(tmp_path / "out", renamed, SWEDISH, "p")
    assert {path.parent for path in found.rounds} == {tmp_path / "out"}
    assert len(set(found.rounds)) == len(sheets)
    assert [path.name for path in tmp_path.iterdir()] == ["out"]


def test_pages_of_an_earlier_plan_are_gone(tmp_path: Path) -> None:
    write_pages(tmp_path, sheets_of(morning_instance(), morning_plan()), SWEDISH, "yesterday")
    today = sheets_of(morning_instance(), morning_plan())[:1]
    found = write_pages(tmp_path, today, SWEDISH, "today")
    assert set(tmp_path.glob("runda-*")) == set(found.rounds)


def test_an_empty_plan_gives_an_index_that_says_so(tmp_path: Path) -> None:
    found = write_pages(tmp_path, (), SWEDISH, "p")
    assert "Planen har inga rundor" in text(found.index)
    assert "Planen har inga rundor" in text(found.everything)


def test_clients_who_live_together_are_named() -> None:

    home = Household(id=HouseholdId("H1"), clients=(ClientId("C1"), ClientId("C2")))
    case = morning_case().model_copy(update={"households": (home,)})
    instance = Instance(case, morning_demand(), morning_travel())
    first = sheets_of(instance, morning_plan())[0]
    assert [row.whom.lives_with for row in first.rows if row.whom] == [("C2",), ("C1",), ()]


def test_a_visit_to_a_household_together_tells_the_services_of_both() -> None:
    instance, plan = planned(couple(HouseholdMode.TOGETHER))
    (row,) = (row for sheet in sheets_of(instance, plan) for row in sheet.rows if row.whom)
    assert row.services == (ServiceKind.PERSONAL_CARE, ServiceKind.PERSONAL_CARE)
    assert (row.whom and row.whom.client, row.whom and row.whom.lives_with) == ("C1", ("C2",))
