"""Make the compiled code ready before any clock runs."""

from collections.abc import Callable
from typing import Any

import numpy as np
from numba.core import event

from solver.kernel.anneal import anneal
from solver.kernel.pack import pack, write_rounds
from solver.kernel.recount import recount
from solver.problem import Problem


class _Announce(event.Listener):
    """Calls back once when numba begins to compile; loading from disk is silent."""

    def __init__(self, message: Callable[[], None]) -> None:
        self._message: Callable[[], None] | None = message

    def on_start(self, event: Any) -> None:  # noqa: ANN401, ARG002 (numba's own signature)
        if self._message is not None:
            self._message()
            self._message = None

    def on_end(self, event: Any) -> None:  # noqa: ANN401 (numba's own signature)
        """Nothing to do."""


def warm_up(compiling: Callable[[], None] | None = None) -> None:
    """Load the kernel from disk, or compile it (a minute of one core, once per machine).

    ``compiling`` is called once, before the wait, when something must be compiled.
    """
    if compiling is None:
        _touch()
        return
    with event.install_listener("numba:compile", _Announce(compiling)):
        _touch()


def _touch() -> None:
    memory = pack(_nothing(), 0)
    write_rounds(memory, [[]])
    recount(memory)
    anneal(memory, 1, 1.0, 1.0)


def _nothing() -> Problem:
    """Return the smallest problem: one task, one shift, one point."""
    one, no = np.zeros(1, np.int32), np.full(1, -1, np.int32)
    none = np.zeros(0, np.int32)
    return Problem(
        location=one,
        duration=one,
        earliest=one,
        latest=one,
        soft_from=one,
        soft_to=one,
        soft_cost=one,
        unplaced_cost=np.ones(1, np.int64),
        partner=no,
        is_second=np.zeros(1, np.uint8),
        partner_least=one,
        partner_most=one,
        client=no,
        load=one,
        gap_ptr=np.zeros(2, np.int32),
        gap_after=none,
        gap_seconds=none,
        shift_start=one,
        shift_end=one,
        start_location=one,
        end_location=one,
        mode=one,
        caregiver=one,
        capacity=one,
        allowed=np.ones((1, 1), np.uint8),
        pair_cost=np.zeros((1, 1), np.int32),
        travel=np.zeros((1, 1, 1), np.int32),
        travel_cost=1,
        face_cost=np.zeros(0, np.int64),
    )
