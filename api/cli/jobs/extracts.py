"""Name the street extract that cannot be used."""

from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from api.cli.refusals import refused
from maps.source.extract import ExtractError


@contextmanager
def naming_extract(extract: str | Path) -> Iterator[None]:
    """Turn an ``ExtractError``, whenever the streets are first needed, into a refusal."""
    try:
        yield
    except ExtractError:
        raise refused("extract_unusable", "--extract", str(extract)) from None
