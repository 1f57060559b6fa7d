"""The browser fixture catches what it is there to catch."""

from collections.abc import Callable
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path
from threading import Thread

import pytest
from playwright.sync_api import Page

from tests.plugins.browser import MISSING, VARIABLE, Opener, Watch, find_chromium


def test_a_quiet_page_passes(show: Callable[[str], Page]):
    assert show("<title>Karta</title><p>hej").title() == "Karta"


@pytest.mark.parametrize(
    ("html", "fault"),
    [
        ("<img src='https://tiles.invalid/1.png'>", "request: https://tiles.invalid/1.png"),
        ("<script>console.error('broken')</script>", "console error: broken"),
        ("<script>throw new Error('lost')</script>", "page error: lost"),
    ],
)
def test_a_page_that_misbehaves_fails(html: str, fault: str, open_page: Opener, tmp_path: Path):
    file = tmp_path / "page.html"
    file.write_text(html, encoding="utf-8")
    with pytest.raises(AssertionError, match=fault), open_page() as page:
        page.goto(file.as_uri())


def test_only_the_tests_own_server_is_reached(open_page: Opener):
    class Hello(BaseHTTPRequestHandler):
        def do_GET(self) -> None:
            self.send_response(200)
            self.send_header("Content-Type", "text/html")
            self.end_headers()
            self.wfile.write(b"<link rel=icon href=data:,><p id=hello>hej")

        def log_message(self, *_args: object) -> None:
            """Keep the test's output quiet."""

    with ThreadingHTTPServer(("127.0.0.1", 0), Hello) as server:
        Thread(target=server.serve_forever, daemon=True).start()
        origin = f"http://127.0.0.1:{server.server_port}"
        with open_page(origin=origin) as page:
            page.goto(origin + "/")
            assert page.locator("#hello").inner_text() == "hej"
        server.shutdown()


def test_a_server_with_a_longer_port_is_foreign():
    assert Watch("http://127.0.0.1:80").allows("http://127.0.0.1:80/a")
    assert not Watch("http://127.0.0.1:80").allows("http://127.0.0.1:8080/a")
    assert not Watch().allows("http://127.0.0.1:80/a")


def test_a_chromium_that_is_not_there_is_not_found(monkeypatch: pytest.MonkeyPatch, tmp_path: Path):
    monkeypatch.setenv(VARIABLE, str(tmp_path / "chromium"))
    assert find_chromium() is None
    assert "apt-get install chromium" in MISSING
    assert "\n" not in MISSING
