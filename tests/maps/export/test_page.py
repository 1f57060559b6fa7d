"""The map file, as text and in a browser that allows no request and no script error."""

import re
from collections.abc import Callable
from html.parser import HTMLParser

import pytest
from playwright.sync_api import Page, expect

from maps.export import MapRound, MapStop, render_map
from tests.build.map_page import OFFICE, STREETS, TEXTS, a_round, a_stop
from tests.plugins.browser import Opener

ROUNDS = tuple(a_round(index) for index in range(4))
HOSTILE = "</script><img src=x onerror=document.title='owned'><b>${1}`{{7*7}}{%x%}{#y#}&amp;\\"


def a_page(rounds: tuple[MapRound, ...] = ROUNDS, title: str = "Rundor 23 november") -> str:
    return render_map(rounds, title=title, texts=TEXTS, offices=[OFFICE], basemap=STREETS)


class Resources(HTMLParser):
    """Collects every address that a browser would fetch by itself."""

    def __init__(self) -> None:
        super().__init__()
        self.found: list[str] = []

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        names = ("src", "srcset", "data", "href") if tag != "a" else ()
        self.found += [value for name, value in attrs if value and name in names]


def marker(page: Page, round_: str, number: int):
    return page.get_by_role("button", name=re.compile(rf"^{number}, .*, {round_}$"))


def box(page: Page, round_: str):
    return page.get_by_role("checkbox", name=round_, exact=True)


def test_nothing_is_fetched():
    parser = Resources()
    parser.feed(a_page())
    assert parser.found == ["data:,"]


def test_the_policy_allows_the_pages_own_blocks_only():
    policy = re.search(r'Security-Policy" content="([^"]+)"', a_page())
    assert policy is not None
    assert policy[1].startswith("default-src 'none'")
    assert "unsafe" not in policy[1]
    assert policy[1].count("'sha256-") == len(re.findall("<script>|<style>", a_page()))


def test_the_same_rounds_give_the_same_text():
    assert a_page() == a_page()


def test_the_licence_of_leaflet_travels_along():
    assert "CloudMade" in a_page()
    assert "SUCH DAMAGE" in a_page()


def test_every_stop_has_a_marker(show: Callable[[str], Page]):
    page = show(a_page())
    expect(page.locator(".marker.circle")).to_have_count(12)
    expect(page.locator(".marker.office")).to_have_count(1)
    expect(page.get_by_text("© OpenStreetMap contributors")).to_be_visible()
    assert page.evaluate("document.documentElement.lang") == "sv"


def test_every_stop_is_in_view(show: Callable[[str], Page]):
    page = show(a_page())
    for stop in page.locator(".marker").all():
        expect(stop).to_be_in_viewport()


def test_the_streets_are_drawn(show: Callable[[str], Page]):
    page = show(a_page())
    inked = page.locator("canvas").evaluate(
        "c => c.getContext('2d').getImageData(0, 0, c.width, c.height).data.some(v => v > 0)"
    )
    assert inked


def test_a_popup_tells_of_the_stop(show: Callable[[str], Page]):
    page = show(a_page())
    marker(page, "Runda 2", 3).click()
    popup = page.locator(".leaflet-popup")
    for text in ("B0003", "07:30-07:45", "Runda 2", "Dusch", "Nyckel 17"):
        expect(popup).to_contain_text(text)


def test_the_office_says_its_name(show: Callable[[str], Page]):
    page = show(a_page())
    page.get_by_role("button", name="Kontor G01").click()
    expect(page.locator(".leaflet-popup")).to_contain_text("Kontor G01")


def test_a_round_can_be_hidden_and_shown(show: Callable[[str], Page]):
    page = show(a_page())
    markers = page.locator(".marker.circle")
    box(page, "Runda 3").uncheck()
    expect(markers).to_have_count(9)
    expect(marker(page, "Runda 3", 1)).to_have_count(0)
    box(page, "Runda 3").check()
    expect(markers).to_have_count(12)


def test_all_rounds_can_be_hidden_and_shown(show: Callable[[str], Page]):
    page = show(a_page())
    markers = page.locator(".marker.circle")
    page.get_by_role("button", name="Visa ingen").click()
    expect(markers).to_have_count(0)
    expect(box(page, "Runda 1")).not_to_be_checked()
    page.get_by_role("button", name="Visa alla").click()
    expect(markers).to_have_count(12)
    expect(box(page, "Runda 4")).to_be_checked()


def test_stops_at_one_address_can_each_be_chosen(show: Callable[[str], Page]):
    stops = tuple(a_stop(number) for number in (1, 2, 3))
    page = show(a_page((MapRound("Runda 1", None, stops, ()),)))
    for number in (1, 2, 3):
        marker(page, "Runda 1", number).click()
        expect(page.locator(".stop-badge").last).to_have_text(str(number))


def test_a_round_is_walked_by_keyboard(show: Callable[[str], Page]):
    page = show(a_page())
    marker(page, "Runda 1", 1).focus()
    page.keyboard.press("ArrowRight")
    expect(marker(page, "Runda 1", 2)).to_be_focused()
    page.keyboard.press("Enter")
    expect(page.locator(".leaflet-popup-content")).to_be_focused()
    page.keyboard.press("Escape")
    expect(page.locator(".leaflet-popup")).to_have_count(0)
    expect(marker(page, "Runda 1", 2)).to_be_focused()


def test_each_round_is_one_tab_stop(show: Callable[[str], Page]):
    page = show(a_page())
    expect(page.locator(".marker.circle[tabindex='0']")).to_have_count(len(ROUNDS))


@pytest.mark.parametrize("key", ["Enter", " "])
def test_a_narrow_screen_folds_the_control(key: str, open_page: Opener, tmp_path):
    file = tmp_path / "map.html"
    file.write_text(a_page(), encoding="utf-8")
    with open_page(width=320, height=640) as page:
        page.goto(file.as_uri())
        assert page.evaluate("document.documentElement.scrollWidth") == 320
        expect(box(page, "Runda 1")).to_be_hidden()
        page.get_by_role("button", name="Rundor").press(key)
        expect(page.get_by_role("button", name="Visa alla")).to_be_focused()
        expect(box(page, "Runda 1")).to_be_visible()
        page.keyboard.press("Escape")
        expect(box(page, "Runda 1")).to_be_hidden()
        expect(page.get_by_role("button", name="Rundor")).to_be_focused()


def test_a_click_on_the_folded_control_hides_nothing(open_page: Opener, tmp_path):
    file = tmp_path / "map.html"
    file.write_text(a_page(), encoding="utf-8")
    with open_page(width=320, height=640) as page:
        page.goto(file.as_uri())
        page.get_by_role("button", name="Rundor").click()
        expect(box(page, "Runda 1")).to_be_visible()
        expect(page.locator(".marker.circle")).to_have_count(12)


def test_hostile_texts_are_shown_as_written(show: Callable[[str], Page]):
    stop = MapStop(1, 57.7, 11.95, HOSTILE, HOSTILE, (HOSTILE,))
    page = show(a_page((MapRound(HOSTILE, None, (stop,), ()),), title=HOSTILE))
    page.locator(".marker.circle").click()
    for place in (".stop-head", ".stop-time", ".stop-round", ".stop li", "h1"):
        expect(page.locator(place)).to_contain_text(HOSTILE)
    expect(page.locator(".leaflet-control-layers")).to_contain_text(HOSTILE)
    assert page.title() == HOSTILE
    expect(page.locator("img, b")).to_have_count(0)


@pytest.mark.parametrize("rounds", [(), (MapRound("Tom runda", None, (), ()),)])
def test_a_map_without_stops_opens(rounds: tuple[MapRound, ...], show: Callable[[str], Page]):
    page = show(render_map(rounds, title="Tom", texts=TEXTS))
    expect(page.locator(".leaflet-control-layers")).to_be_visible()


def test_a_district_opens(show: Callable[[str], Page]):
    page = show(a_page(tuple(a_round(index, stops=15) for index in range(50))))
    expect(page.locator(".marker:not(.office)")).to_have_count(750)
    expect(page.get_by_role("checkbox")).to_have_count(50)
