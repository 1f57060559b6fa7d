"""Cut the address points of a few streets out of an OpenStreetMap extract.

Usage: ``python -m tests.data.osm.excerpt SOURCE.osm.pbf TARGET.osm.bz2 STREET [STREET ...]``. The
result is a derived database under the ODbL, see NOTICE.md beside this file.
"""

import sys
from collections.abc import Collection
from pathlib import Path

import osmium


def excerpt(source: Path, target: Path, streets: Collection[str]) -> int:
    """Write the points of ``source`` with a house number on ``streets``; return how many."""
    target.unlink(missing_ok=True)
    points = osmium.FileProcessor(str(source), osmium.osm.NODE)
    count = 0
    with osmium.SimpleWriter(str(target)) as writer:
        for point in points.with_filter(osmium.filter.KeyFilter("addr:housenumber")):
            if point.tags.get("addr:street") in streets:
                writer.add_node(point)
                count += 1
    return count


if __name__ == "__main__":
    print(excerpt(Path(sys.argv[1]), Path(sys.argv[2]), sys.argv[3:]))  # noqa: T201 a script's answer
