"""A guarded Chromium page: a foreign request, a console error or a page error fails the test."""

import os
import shutil
from collections.abc import Callable, Generator, Iterator
from contextlib import AbstractContextManager, contextmanager
from dataclasses import dataclass, field
from pathlib import Path

import pytest
from playwright.sync_api import Browser, ConsoleMessage, Page, Request, Route, sync_playwright

VARIABLE = "HEMRUNDA_CHROMIUM"
"""Names the Chromium to use where it is not found by itself."""

PLACES = (
    "chromium",
    "chromium-browser",
    "google-chrome",
    "google-chrome-stable",
    "/usr/bin/chromium",
    "/Applications/Chromium.app/Contents/MacOS/Chromium",
    "/Applications/Google Chrome.app/Contents/MacOS/Google Chrome",
)

MISSING = (
    "no Chromium: install it (Debian, Ubuntu: sudo apt-get install chromium) "
    f"or name one with {VARIABLE}=/path/to/chromium"
)

FLAGS = [
    "--no-sandbox",
    "--disable-gpu",
    "--disable-quic",
    "--no-first-run",
    "--disable-background-networking",
    "--disable-component-update",
    "--disable-sync",
]

LOCAL = ("file:", "data:", "blob:", "about:")


def find_chromium() -> str | None:
    """Return the path of a Chromium on this machine, or ``None``."""
    named = os.environ.get(VARIABLE)
    candidates = (named,) if named else PLACES
    return next(filter(None, map(shutil.which, candidates)), None)


@dataclass
class Watch:
    """What a page did that no page of ours may do."""

    origin: str | None = None
    faults: list[str] = field(default_factory=list)

    def allows(self, url: str) -> bool:
        """Return whether ``url`` stays on this machine, or on the test's own server."""
        own = self.origin is not None and url.startswith(self.origin + "/")
        return own or url.startswith(LOCAL)

    def on_request(self, request: Request) -> None:
        """Note a request that leaves."""
        if not self.allows(request.url):
            self.faults.append(f"request: {request.url}")

    def on_console(self, message: ConsoleMessage) -> None:
        """Note a console error or warning."""
        if message.type in {"error", "warning"}:
            self.faults.append(f"console {message.type}: {message.text}")

    def on_page_error(self, error: Exception) -> None:
        """Note an uncaught script error."""
        self.faults.append(f"page error: {error}")

    def on_route(self, route: Route) -> None:
        """Let through what is allowed, stop the rest."""
        if self.allows(route.request.url):
            route.continue_()
        else:
            route.abort()

    def attach(self, page: Page) -> None:
        """Watch ``page`` from now on."""
        page.on("request", self.on_request)
        page.on("console", self.on_console)
        page.on("pageerror", self.on_page_error)


Opener = Callable[..., AbstractContextManager[Page]]
"""``opener(width=..., height=..., origin=...)`` opens a guarded page; see ``open_page``."""


@pytest.fixture(scope="module")
def browser() -> Iterator[Browser]:
    """Start one Chromium per test module; skip where there is none."""
    path = find_chromium()
    if path is None:
        pytest.skip(MISSING)
    with sync_playwright() as playwright:
        chromium = playwright.chromium.launch(executable_path=path, args=FLAGS)
        yield chromium
        chromium.close()


@pytest.fixture
def open_page(browser: Browser) -> Opener:
    """Open pages of a given size; with ``origin`` (``http://127.0.0.1:8000``) that server too."""

    @contextmanager
    def opener(
        *, width: int = 1280, height: int = 800, origin: str | None = None
    ) -> Generator[Page, None, None]:
        watch = Watch(origin)
        context = browser.new_context(
            viewport={"width": width, "height": height}, offline=origin is None
        )
        context.route("**/*", watch.on_route)
        context.on("page", watch.attach)
        try:
            yield context.new_page()
        finally:
            context.close()
        assert not watch.faults, "the page misbehaved:\n" + "\n".join(watch.faults)

    return opener


@pytest.fixture
def page(open_page: Opener) -> Iterator[Page]:
    """Open a guarded, offline page of 1280 x 800."""
    with open_page() as opened:
        yield opened


@pytest.fixture
def show(page: Page, tmp_path: Path) -> Callable[[str], Page]:
    """Write HTML to a file and open it in the guarded page."""

    def shown(html: str) -> Page:
        file = tmp_path / "page.html"
        file.write_text(html, encoding="utf-8")
        page.goto(file.as_uri())
        return page

    return shown
