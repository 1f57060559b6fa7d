"""How the kernel is compiled.

``inlined`` marks a step that disappears into its caller: no call, no copying of the memory tuple
and, because each step is small, numba prunes every reference count (a benchmark and a test count
them). ``entry`` marks a function that Python calls: cached on disk and free of the GIL.
"""

from collections.abc import Callable
from hashlib import sha256
from pathlib import Path
from typing import TypeVar, cast

from numba import njit

Function = TypeVar("Function", bound=Callable[..., object])


def inlined(function: Function) -> Function:
    """Compile a step into whoever calls it."""
    return cast("Function", njit(nogil=True, error_model="numpy", forceinline=True)(function))


def merged(function: Function) -> Function:
    """Merge a step that has one caller into it before compiling: nothing is compiled twice."""
    return cast("Function", njit(nogil=True, error_model="numpy", inline="always")(function))


def called(function: Function) -> Function:
    """Compile a long and rare step on its own; it borrows its memory anew, as an entry does."""
    return cast("Function", njit(nogil=True, error_model="numpy")(function))


def entry(function: Function) -> Function:
    """Compile a function that Python calls; its machine code is kept on disk."""
    return cast("Function", njit(nogil=True, error_model="numpy", cache=True)(function))


def source_stamp() -> int:
    """Return a number that changes with any source file of the kernel.

    The disk cache looks only at the file of the cached function; an entry that closes over this
    stamp is compiled anew when a step in another file changes.
    """
    digest = sha256()
    for path in sorted(Path(__file__).parent.rglob("*.py")):
        digest.update(path.read_bytes())
    return int.from_bytes(digest.digest()[:6], "big")
