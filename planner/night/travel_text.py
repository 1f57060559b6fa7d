"""Travel times as text, so that a task carries all it needs."""

import zlib
from base64 import b64decode, b64encode

import numpy as np

from planner.model.base import Value
from planner.model.places import TravelMode
from planner.model.travel import TravelMatrices
from planner.model.units import PlaceId


class TravelText(Value):
    """``TravelMatrices`` in a JSON document.

    ``seconds`` holds for each mode the matrix as little-endian int32, row by row, compressed by
    zlib, in base64.
    """

    places: tuple[PlaceId, ...]
    seconds: dict[TravelMode, str]
    digest: str


def travel_to_text(travel: TravelMatrices) -> TravelText:
    """Return ``travel`` as text; equal matrices give equal text."""
    packed = {
        mode: b64encode(zlib.compress(matrix.astype("<i4").tobytes(), 6)).decode()
        for mode, matrix in sorted(travel.seconds.items())
    }
    return TravelText(places=travel.places, seconds=packed, digest=travel.digest)


def travel_from_text(text: TravelText) -> TravelMatrices:
    """Return the matrices in ``text``; raises ``ValueError`` when a size does not fit."""
    count = len(text.places)
    seconds = {}
    for mode, packed in text.seconds.items():
        flat = np.frombuffer(zlib.decompress(b64decode(packed)), dtype="<i4")
        if flat.size != count * count:
            raise ValueError(
                f"the matrix for {mode} has {flat.size} entries for {count} places; make the "
                "task anew"
            )
        seconds[mode] = flat.reshape(count, count).astype(np.int32)
        seconds[mode].setflags(write=False)
    return TravelMatrices(text.places, seconds, text.digest)
