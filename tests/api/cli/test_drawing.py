"""The map shows the rounds, and nothing of a client whose identity is protected."""

from pathlib import Path

import pytest
from playwright.sync_api import Page

from api.cli.drawing import draw_map, rounds_on_map
from api.words import Language, load
from maps.export import MapRound
from maps.streets import Streets
from planner.model.instance import Instance
from planner.model.units import PlaceId
from tests.build.morning import morning_case, morning_demand, morning_plan, morning_travel


def morning(*protected: str) -> Instance:
    """Return the morning with the identities of ``protected`` hidden and no others."""
    case = morning_case()
    clients = tuple(
        client.model_copy(update={"protected_identity": client.id in protected})
        for client in case.clients
    )
    return Instance(
        case.model_copy(update={"clients": clients}), morning_demand(), morning_travel()
    )


def rounds(shipped: Streets, *protected: str) -> tuple[MapRound, ...]:
    words = load(Language.SWEDISH)
    return rounds_on_map(morning(*protected), morning_plan(), shipped, words)


def labels(found: tuple[MapRound, ...]) -> list[str]:
    return [stop.label for each in found for stop in each.stops]


def line(shipped: Streets, *places: str) -> tuple[tuple[float, float], ...]:
    by_code = {place.id: place for place in morning_case().places}
    mode = morning_plan().rounds[1].mode
    return tuple(
        (at.lat, at.lon)
        for at in shipped.route_line(mode, [by_code[PlaceId(name)] for name in places])
    )


def test_every_stop_with_a_place_is_shown(shipped: Streets) -> None:
    found = rounds(shipped)
    assert labels(found) == ["C1 - P1", "C2 - P2", "C3 - P3", "C2 - P2"]
    assert [stop.number for stop in found[0].stops] == [1, 2]
    assert found[0].stops[1].detail_lines == (
        "Personlig omvårdnad",
        "Med W2 07:45\N{EN DASH}08:00",
        "Nyckel",
    )


@pytest.mark.parametrize("client", ["C1", "C2", "C3"])
def test_a_protected_client_has_no_stop(shipped: Streets, client: str) -> None:
    place = client.replace("C", "P")
    assert f"{client} - {place}" not in labels(rounds(shipped, client))
    assert f"{client} - {place}" in labels(rounds(shipped))


def test_the_line_passes_a_protected_home_by(shipped: Streets) -> None:
    assert rounds(shipped)[1].line == line(shipped, "OFF", "P3", "P2", "OFF")
    assert rounds(shipped, "C3")[1].line == line(shipped, "OFF", "P2", "OFF")
    assert line(shipped, "OFF", "P3", "P2", "OFF") != line(shipped, "OFF", "P2", "OFF")


def test_who_lives_with_a_protected_client_is_not_shown_either(shipped: Streets) -> None:
    instance = morning("C3")
    clients = tuple(
        client.model_copy(update={"place": "P3"}) if client.id == "C1" else client
        for client in instance.case.clients
    )
    case = instance.case.model_copy(update={"clients": clients})
    plan = morning_plan()
    first = plan.rounds[0]
    home = first.stops[0].model_copy(update={"place": "P3"})
    moved = first.model_copy(update={"stops": (home, *first.stops[1:])})
    plan = plan.model_copy(update={"rounds": (moved, plan.rounds[1])})
    shared = Instance(case, instance.demand, instance.travel)
    found = rounds_on_map(shared, plan, shipped, load(Language.SWEDISH))
    assert labels(found) == ["C2 - P2", "C2 - P2"]


def test_the_map_opens_quietly(shipped: Streets, page: Page, tmp_path: Path) -> None:
    file = tmp_path / "map.html"
    html = draw_map(morning("C3"), morning_plan(), shipped, load(Language.ENGLISH))
    file.write_text(html, encoding="utf-8")
    page.goto(file.as_uri())
    assert page.get_by_text("W1 07:00-12:30 Car").count() == 1
    assert page.get_by_text("W2 07:00-12:30 Bike").count() == 1
