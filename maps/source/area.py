"""Which extract: the one shipped with Hemrunda, or a municipality's own file."""

import tomllib
from dataclasses import dataclass
from pathlib import Path

from maps.box import Box
from maps.source.extract import ExtractError, file_digest

SHIPPED = "goteborg"
"""The name of the extract inside the package: central Göteborg, state of 2016."""

_DATA = Path(__file__).parent.parent / "data"


@dataclass(frozen=True, slots=True)
class Area:
    """An extract: its file, the hash of its content, and its fully covered part if known."""

    path: Path
    digest: str
    covered: Box | None


def find_area(network: str | Path) -> Area:
    """Return the shipped extract for ``"goteborg"``, else the file at the path ``network``.

    Raises ``ExtractError`` that names the path and what to try.
    """
    if str(network) == SHIPPED:
        folder = _DATA / SHIPPED
        table = tomllib.loads((folder / "area.toml").read_text(encoding="utf-8"))
        path = folder / table["extract"]
        return Area(path, file_digest(path), Box(**table["covered"]))
    path = Path(network).expanduser()
    if not path.exists():
        message = (
            f"no extract {path}: give the path of an .osm.pbf or .osm.bz2 file, or '{SHIPPED}'"
        )
        raise ExtractError(message)
    return Area(path, file_digest(path), None)
