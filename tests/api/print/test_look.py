"""The printed pages in a browser: quiet, complete, and within their sheet."""

from pathlib import Path

from playwright.sync_api import Page

from api.print import sheets_of, write_pages
from api.words import Language, load
from tests.build.morning import morning_instance, morning_plan


def open_print(page: Page, folder: Path, name: str) -> None:
    sheets = sheets_of(morning_instance(), morning_plan())
    write_pages(folder, sheets, load(Language.SWEDISH), "plan-1")
    page.goto((folder / name).as_uri())


def test_a_round_fits_its_sheet(page: Page, tmp_path: Path) -> None:
    open_print(page, tmp_path, "runda-0001-2026-11-23-W1.html")
    assert page.locator("h1").inner_text() == "W1"
    assert page.locator("tr.visit").count() == 3
    sheet = page.locator(".sheet").bounding_box()
    table = page.locator("table").bounding_box()
    assert sheet is not None
    assert table is not None
    assert table["x"] >= sheet["x"]
    assert table["x"] + table["width"] <= sheet["x"] + sheet["width"]


def test_the_printer_gets_one_sheet_per_round(page: Page, tmp_path: Path) -> None:
    open_print(page, tmp_path, "rundor.html")
    printed = page.pdf(prefer_css_page_size=True)
    assert printed.count(b"/Type /Page\n") + printed.count(b"/Type /Page/") == 2


def test_the_index_leads_to_the_rounds(page: Page, tmp_path: Path) -> None:
    open_print(page, tmp_path, "index.html")
    page.get_by_role("link", name="W2").click()
    assert page.locator("h1").inner_text() == "W2"
    assert "Doldagatan" in page.locator("body").inner_text()
