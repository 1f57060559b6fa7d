"""Where the embedded database lies when nobody says otherwise."""

from pathlib import Path

from platformdirs import user_data_path
from sqlalchemy import URL, make_url
from sqlalchemy.exc import ArgumentError

from planner.store.errors import StoreError, StoreFault

_FILE = "hemrunda.sqlite"


def default_url() -> str:
    """Return the address of the user's own database; nothing is made on disk yet."""
    return address(user_data_path("hemrunda", appauthor=False) / _FILE)


def address(path: Path) -> str:
    """Return the address of a SQLite file."""
    return URL.create("sqlite", database=str(path)).render_as_string(hide_password=False)


def parse(url: str) -> URL:
    """Return the parts of ``url``, with its folder made if it is missing.

    Raises ``StoreError``: ``store_address`` when it cannot be read, ``store_unsupported`` for
    another database than a SQLite file, ``store_unreachable`` when the folder cannot be made.
    """
    try:
        parts = make_url(url)
    except ArgumentError:
        raise StoreError(StoreFault.ADDRESS, url) from None
    name = parts.render_as_string(hide_password=True)
    if parts.get_backend_name() != "sqlite" or not parts.database or parts.database == ":memory:":
        raise StoreError(StoreFault.UNSUPPORTED, name)
    if parts.database.startswith("file:"):
        return parts
    path = Path(parts.database).expanduser()
    try:
        path.parent.mkdir(parents=True, exist_ok=True)
    except OSError:
        raise StoreError(StoreFault.UNREACHABLE, name) from None
    return parts.set(database=str(path))
