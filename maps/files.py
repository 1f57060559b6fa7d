"""Arrays on disk: written whole or not at all, checked when read."""

import logging
import os
import tempfile
import zipfile
import zlib
from collections.abc import Mapping
from contextlib import suppress
from pathlib import Path

import numpy as np
import numpy.typing as npt

Arrays = dict[str, npt.NDArray[np.generic]]

_DAMAGE = (OSError, ValueError, TypeError, EOFError, KeyError, zipfile.BadZipFile, zlib.error)
_LOG = logging.getLogger(__name__)


def save_arrays(path: Path, arrays: Mapping[str, npt.NDArray[np.generic]]) -> None:
    """Write ``arrays`` to the .npz file ``path``; a reader sees the whole file or none of it.

    A folder that cannot be written to costs the cache, not the work: it is logged.
    """
    try:
        path.parent.mkdir(parents=True, exist_ok=True)
        handle, name = tempfile.mkstemp(dir=path.parent, suffix=".part")
        try:
            with os.fdopen(handle, "wb") as file:
                np.savez(file, allow_pickle=False, **arrays)
            Path(name).replace(path)
        except BaseException:
            with suppress(OSError):
                Path(name).unlink()
            raise
    except OSError as error:
        _LOG.warning("cache file %s could not be written: %s", path, error)


def load_arrays(path: Path) -> Arrays | None:
    """Return the arrays of the .npz file ``path``, or None where there is no sound one.

    The file's own checksums are verified. A damaged file is logged and removed.
    """
    try:
        with path.open("rb") as file, np.load(file, allow_pickle=False) as members:
            return {name: members[name] for name in members.files}
    except FileNotFoundError:
        return None
    except _DAMAGE as error:
        discard(path, error)
        return None


def discard(path: Path, reason: object) -> None:
    """Remove the damaged cache file ``path`` and log that it will be made again."""
    _LOG.warning("cache file %s is damaged and will be made again: %s", path, reason)
    with suppress(OSError):
        path.unlink()
