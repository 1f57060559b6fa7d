"""The scripts and styles of the page, read from this package and from XStatic-Leaflet."""

import re
from importlib.resources import files

LEAFLET = "xstatic.pkg.leaflet"
"""The installed package that holds Leaflet's own files."""

SCRIPTS = ("packing.js", "streets.js", "rounds.js", "controls.js")
"""Our scripts in the order of loading."""


def leaflet_script() -> str:
    """Return Leaflet's script, without the pointer to a source map that would be fetched."""
    return re.sub(r"//# sourceMappingURL=.*", "", _read(LEAFLET, "data", "leaflet.js"))


def leaflet_style() -> str:
    """Return Leaflet's style without its pictures and filters: we draw our own markers."""
    style = _read(LEAFLET, "data", "leaflet.css")
    return re.sub(r"[\w-]+:\s*url\([^)]*\);?", "", style)


def own_scripts() -> str:
    """Return our scripts as one."""
    return "\n".join(_read("maps.export", "assets", name) for name in SCRIPTS)


def own_style() -> str:
    """Return our style."""
    return _read("maps.export", "assets", "map.css")


def page_template() -> str:
    """Return the Jinja template of the page."""
    return _read("maps.export", "assets", "page.html.j2")


def leaflet_licence() -> str:
    """Return Leaflet's licence, which travels with every copy of it."""
    return _read("maps.export", "assets", "leaflet-licence.txt")


def _read(package: str, *path: str) -> str:
    """Return the text of a file inside an installed package."""
    return files(package).joinpath(*path).read_text(encoding="utf-8")
