"""A store on a real SQLite file."""

from collections.abc import Iterator
from pathlib import Path

import pytest

from planner.store import PlanStore, open_store
from planner.store.location import address


@pytest.fixture
def url(tmp_path: Path) -> str:
    return address(tmp_path / "plans.sqlite")


@pytest.fixture
def store(url: str) -> Iterator[PlanStore]:
    opened = open_store(url, patience=0.2)
    yield opened
    opened.close()
