"""Memory without reference counts.

numba counts a reference whenever an array reaches a variable, with an atomic instruction each
time: thousands of them in a loop this size, and most of its time. ``borrow`` hands out the same
array without an owner. The counts of an array without an owner are counts of a null constant,
which the compiler deletes, while shapes and so NUMBA_BOUNDSCHECK stay. It is safe because the
caller of an entry holds the real arrays until the entry returns.
"""

from collections.abc import Callable
from typing import Any, cast

from numba.core import cgutils, types
from numba.extending import intrinsic
from numba.np.arrayobj import make_array

from solver.kernel.jit import inlined
from solver.kernel.layout import Memory

null: Callable[[Any], Any] = cgutils.get_null_value


def _borrow(_typing: Any, array: types.Array) -> Any:  # noqa: ANN401 (numba's own signature)
    def generate(context: Any, builder: Any, _signature: Any, args: Any) -> Any:  # noqa: ANN401
        struct = make_array(array)(context, builder, value=args[0])  # type: ignore[no-untyped-call]
        struct.meminfo = null(struct.meminfo.type)
        struct.parent = null(struct.parent.type)
        return struct._getvalue()  # noqa: SLF001 (how numba's own intrinsics return)

    return array(array), generate


borrow = cast("Callable[[Any], Any]", intrinsic(_borrow))


@inlined
def borrowed(w: Memory) -> Memory:
    """Return the same memory without owners, and without cover: few steps need that."""
    return Memory(
        borrow(w.nodes),
        borrow(w.details),
        borrow(w.shifts),
        borrow(w.travel),
        borrow(w.choices),
        borrow(w.faces),
        borrow(w.near),
        borrow(w.gaps),
        borrow(w.work),
        borrow(w.tally),
        borrow(w.chill),
        borrow(w.best),
        borrow(w.counts),
        0,  # type: ignore[arg-type]
    )
