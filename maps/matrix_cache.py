"""Travel matrices on disk, bounded in size, the longest unused leaving first."""

import hashlib
import os
from contextlib import suppress
from dataclasses import dataclass
from pathlib import Path

import numpy as np
import numpy.typing as npt

from maps.files import discard, load_arrays, save_arrays
from maps.metric import Points

DEFAULT_MEGABYTES = 500
"""Room for some fifty matrices of 1,500 points."""

FORMAT = 1
"""Raised whenever the same key would give another matrix than before."""

IntMatrix = npt.NDArray[np.int32]


def matrix_key(network: str, points: Points, *, speed_factor: float) -> str:
    """Name the matrix of ``points`` in this order on the network with the digest ``network``.

    ``speed_factor`` is that of the season. Positions are whole 1e-7 degrees both here and in the
    calculation, so equal keys mean equal input to the last bit.
    """
    hashed = hashlib.sha256(f"{FORMAT} {network} {speed_factor!r} {points.shape}".encode())
    hashed.update(np.ascontiguousarray(points, dtype="<i4").tobytes())
    return hashed.hexdigest()[:40]


@dataclass(frozen=True, slots=True)
class MatrixCache:
    """The matrices in ``folder``, at most ``megabytes`` of them."""

    folder: Path
    megabytes: float = DEFAULT_MEGABYTES

    def get(self, key: str, size: int) -> IntMatrix | None:
        """Return the int32 matrix of shape (``size``, ``size``) kept under ``key``, or None."""
        path = self._path(key)
        arrays = load_arrays(path)
        if arrays is None:
            return None
        matrix = arrays.get("seconds")
        if matrix is None or matrix.shape != (size, size) or matrix.dtype != np.int32:
            discard(path, "not the matrix that its name says")
            return None
        with suppress(OSError):
            os.utime(path)
        return matrix.astype(np.int32, copy=False)

    def put(self, key: str, matrix: IntMatrix) -> None:
        """Keep ``matrix`` under ``key`` and let the longest unused go beyond the bound."""
        save_arrays(self._path(key), {"seconds": matrix})
        self._evict(self._path(key))

    def _path(self, key: str) -> Path:
        return self.folder / f"{key}.npz"

    def _evict(self, newest: Path) -> None:
        """Remove the longest unused files beyond the bound; other processes may do so as well."""
        files: list[tuple[float, int, Path]] = []
        for path in self.folder.glob("*.npz"):
            with suppress(OSError):
                facts = path.stat()
                files.append(
                    (float("inf") if path == newest else facts.st_mtime, facts.st_size, path)
                )
        room = self.megabytes * 1e6
        for _, size, path in sorted(files, reverse=True):
            room -= size
            if room < 0:
                with suppress(OSError):
                    path.unlink()
