"""Lines as compact text: positions in steps of 1e-5 degrees, differences, varints, base64.

A position costs two to three bytes instead of the twenty of plain JSON; one step is about one
metre. ``assets/packing.js`` reads what is written here.
"""

from base64 import b64encode
from collections.abc import Iterable, Sequence

from maps.drawing import StreetKind, StreetLine
from maps.export.values import Position

STEPS = 100_000
"""Steps per degree."""

KINDS = tuple(StreetKind)
"""The kind of a street is written as its place in this list."""


def pack_line(line: Sequence[Position]) -> str:
    """Return one line as base64: the number of positions, then latitude and longitude of each."""
    return _text(_line(line, (0, 0))[0])


def pack_streets(streets: Sequence[StreetLine]) -> str:
    """Return streets as base64.

    Each street is its kind and its line, whose first position is the difference to the last one
    of the street before.
    """
    values: list[int] = []
    last = (0, 0)
    for street in streets:
        values.append(KINDS.index(street.kind))
        line, last = _line(street.points, last)
        values += line
    return _text(values)


def _line(line: Sequence[Position], last: tuple[int, int]) -> tuple[list[int], tuple[int, int]]:
    """Return count and zigzag differences of ``line``, starting from ``last``; and its end."""
    values = [len(line)]
    for lat, lon in line:
        here = (round(lat * STEPS), round(lon * STEPS))
        values += (_zigzag(here[0] - last[0]), _zigzag(here[1] - last[1]))
        last = here
    return values, last


def _zigzag(value: int) -> int:
    """Fold the sign into the lowest bit, so that small differences stay small numbers."""
    return 2 * value if value >= 0 else -2 * value - 1


def _text(values: Iterable[int]) -> str:
    """Return ``values`` (none negative) as base64 of seven bits a byte, lowest first."""
    packed = bytearray()
    for value in values:
        rest = value
        while rest > 0x7F:  # noqa: PLR2004 - seven bits fit in a byte beside the "more" bit
            packed.append(rest & 0x7F | 0x80)
            rest >>= 7
        packed.append(rest)
    return b64encode(packed).decode("ascii")
