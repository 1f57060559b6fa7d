"""Put the rooms together: which solver, which streets, which addresses, which store."""

from collections.abc import Iterator
from contextlib import contextmanager

from api.sources import Sources, open_addresses
from api.stores import opened
from maps.streets import Streets
from planner.model.case import Case
from planner.published.performed import FromMonths
from planner.usecases.plan_horizon import Ports
from solver.engine import SystemClock
from solver.horizon.solver import HorizonEngine


@contextmanager
def open_ports(case: Case, streets: Streets, sources: Sources) -> Iterator[Ports]:
    """Yield everything planning needs; raises ``StoreError`` when the store cannot be used."""
    with opened(sources.store) as store:
        yield Ports(
            solver=HorizonEngine(),
            travel=streets,
            addresses=open_addresses(case, sources),
            store=store,
            clock=SystemClock(),
            published=store,
            performed=FromMonths(store),
        )
