"""``hemrunda fetch-streets``: the only command that opens a connection."""

from pathlib import Path

from api.cli.exits import ExitCode
from api.cli.refusals import refused
from api.cli.session import Session
from maps.source.extract import ExtractError
from maps.source.place import fetch_place


def fetch(session: Session, place: str, out: Path) -> None:
    """Write the streets and house numbers of ``place`` to ``out``.

    Raises ``Refused`` when the place is not found, nobody answers, or ``out`` cannot be written.
    """
    session.say("fetching", place=place)
    try:
        path = fetch_place(place, out)
    except ExtractError:
        raise refused(
            "fetch_failed", "PLACE", place, ExitCode.SURROUNDINGS, path=str(out)
        ) from None
    session.say("fetched", path=str(path))
