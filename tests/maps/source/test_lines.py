from pathlib import Path

import numpy as np
import pytest

from maps.source.extract import read_ways
from maps.source.lines import LineClass, Lines, make_lines
from tests.build.streets import street, write_osm


def test_streets_are_classed_and_platforms_left_out(tmp_path: Path) -> None:
    nodes = {1: (0.0, 0.0), 2: (100.0, 0.0), 3: (200.0, 0.0)}
    ways = [
        street(1, 2),
        street(2, 3, highway="primary"),
        street(1, 3, highway="footway"),
        street(1, 2, highway="platform"),
        street(1, 2, highway="service"),
        street(1, 2, 3, 1, highway="pedestrian", area="yes"),
    ]
    lines = make_lines(read_ways(write_osm(tmp_path / "a.osm", nodes, ways)))
    kinds = [LineClass.RESIDENTIAL, LineClass.MAJOR, LineClass.PATH, LineClass.MINOR]
    assert lines.classes.tolist() == kinds
    assert [len(lines.line(number)) for number in range(4)] == [2, 2, 2, 2]


def test_cut_off_arrays_are_refused() -> None:
    arrays = make_lines([]).arrays()
    assert len(Lines.from_arrays(arrays).classes) == 0
    with pytest.raises(ValueError, match="different lengths"):
        Lines.from_arrays(arrays | {"ptr": np.array([0, 3], dtype=np.int32)})
