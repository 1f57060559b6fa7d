"""One night on embedded workers, measured."""

import resource
from collections.abc import Callable
from contextlib import closing
from dataclasses import dataclass
from time import perf_counter

from api.batch.cluster import embedded
from api.sources import Sources, open_addresses
from maps.streets import Streets
from planner.model.case import Case
from planner.night.night import Night, NightPorts, NightWish, UnitDone
from planner.store import open_store
from planner.usecases.plan_night import plan_night
from solver.engine import SystemClock

KILOBYTES = 1024


@dataclass(frozen=True)
class Ran:
    """A night, its seconds of wall clock, and the peak megabytes of parent and largest worker."""

    night: Night
    seconds: float
    parent_mb: int
    worker_mb: int


def run_night(  # noqa: PLR0913, PLR0917  what to plan, with what
    case: Case,
    streets: Streets,
    wish: NightWish,
    workers: int,
    url: str,
    tell: Callable[[UnitDone], None],
) -> Ran:
    """Plan ``case`` as ``hemrunda nightly`` does, on ``workers`` processes."""
    began = perf_counter()
    with closing(open_store(url)) as store, embedded(workers) as cluster:
        ports = NightPorts(
            workers=cluster,
            travel=streets,
            addresses=open_addresses(case, Sources()),
            store=store,
            results=store,
            clock=SystemClock(),
        )
        night = plan_night(case, ports, wish, tell)
        spent = perf_counter() - began
    own, child = (
        resource.getrusage(who).ru_maxrss // KILOBYTES
        for who in (resource.RUSAGE_SELF, resource.RUSAGE_CHILDREN)
    )
    return Ran(night, round(spent, 1), own, child)
