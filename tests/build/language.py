"""The language files of faults, read without the loader that is tested elsewhere."""

import tomllib
from pathlib import Path
from typing import Any

FOLDER = Path(__file__).parents[2] / "api" / "words"


def texts(language: str) -> dict[str, Any]:
    """Return the texts of faults in ``language``, hints under ``hint``."""
    return tomllib.loads((FOLDER / f"faults.{language}.toml").read_text(encoding="utf-8"))
