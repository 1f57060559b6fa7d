"""Rounds differ, and not by colour alone; numbers on markers can be read."""

import pytest

from maps.export.palette import COLOURS, look


def luminance(colour: str) -> float:
    """Return the relative luminance of ``#rrggbb`` (WCAG 2.1)."""
    parts = [int(colour[at : at + 2], 16) / 255 for at in (1, 3, 5)]
    red, green, blue = (c / 12.92 if c <= 0.03928 else ((c + 0.055) / 1.055) ** 2.4 for c in parts)
    return 0.2126 * red + 0.7152 * green + 0.0722 * blue


@pytest.mark.parametrize("colour", COLOURS)
def test_white_numbers_can_be_read(colour: str):
    assert 1.05 / (luminance(colour) + 0.05) >= 4.5


def test_fifty_rounds_all_differ():
    assert len({look(index, None) for index in range(50)}) == 50


def test_rounds_of_one_colour_differ_in_line_or_marker():
    looks = [look(index, None) for index in range(0, 50, len(COLOURS))]
    assert len({(each.dash, each.shape) for each in looks}) == len(looks)


def test_a_chosen_colour_is_kept():
    assert look(3, "#123456").colour == "#123456"
