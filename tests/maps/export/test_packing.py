"""What Python packs, Python and the page's script read back."""

from base64 import b64decode
from collections.abc import Callable, Iterator

from hypothesis import given
from hypothesis import strategies as st
from playwright.sync_api import Page

from maps.drawing import StreetKind, StreetLine
from maps.export.packing import KINDS, STEPS, pack_line, pack_streets
from maps.export.page import render_map
from maps.export.values import Position
from tests.build.map_page import TEXTS

POSITIONS = st.tuples(st.floats(-85, 85), st.floats(-180, 180))
LINES = st.lists(POSITIONS, max_size=8).map(tuple)
STREETS = st.lists(st.builds(StreetLine, st.sampled_from(StreetKind), LINES), max_size=5)


def numbers(text: str) -> Iterator[int]:
    """Yield the varints of a packed text."""
    value = shift = 0
    for byte in b64decode(text):
        value |= (byte & 127) << shift
        shift += 7
        if byte < 128:
            yield value
            value = shift = 0


def signed(value: int) -> int:
    return -(value + 1) // 2 if value % 2 else value // 2


def steps(line: tuple[Position, ...]) -> list[tuple[int, int]]:
    return [(round(lat * STEPS), round(lon * STEPS)) for lat, lon in line]


def read_line(source: Iterator[int], lat: int, lon: int) -> list[tuple[int, int]]:
    """Read one line whose first position is the difference to ``lat`` and ``lon``."""
    line = []
    for _ in range(next(source)):
        lat, lon = lat + signed(next(source)), lon + signed(next(source))
        line.append((lat, lon))
    return line


@given(LINES)
def test_a_line_comes_back(line: tuple[Position, ...]):
    source = numbers(pack_line(line))
    assert read_line(source, 0, 0) == steps(line)
    assert list(source) == []


@given(STREETS)
def test_streets_come_back(streets: list[StreetLine]):
    source = numbers(pack_streets(streets))
    last = (0, 0)
    for street in streets:
        assert KINDS[next(source)] == street.kind
        line = read_line(source, *last)
        assert line == steps(street.points)
        last = line[-1] if line else last
    assert list(source) == []


def test_the_pages_script_reads_the_same(show: Callable[[str], Page]):
    line = ((57.70001, 11.95), (-33.5, -70.64999), (0.0, 0.0), (84.99999, 179.99999))
    page = show(render_map((), title="Tom", texts=TEXTS))
    read = page.evaluate("text => hemrunda.reader(text).line()", pack_line(line))
    assert [tuple(position) for position in read] == list(line)
