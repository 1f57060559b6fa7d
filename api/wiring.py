"""Put the rooms together: which solver, which streets, which addresses, which store."""

from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path

from maps.addresses import AddressBook, locate
from maps.source.area import find_area
from maps.streets import Streets
from planner.model.case import Case
from planner.model.findings import Fault
from planner.store import default_url, open_store
from planner.usecases.plan_horizon import Ports
from solver.engine import Engine, SystemClock


@dataclass(frozen=True, slots=True)
class Sources:
    """What a run is told to use instead of what the case or the user's folders name.

    ``extract`` is an OpenStreetMap file, ``addresses`` a register as CSV, ``store`` a database URL.
    """

    extract: Path | None = None
    addresses: Path | None = None
    store: str | None = None


@dataclass(frozen=True)
class AddressLookup:
    """Looks addresses up in the register where one is given, else in the extract.

    Nothing is read where every place has a coordinate and no register is given. Implements
    ``planner.ports.Addresses``.
    """

    extract: Path
    register: Path | None = None

    def locate(self, case: Case) -> tuple[Case, tuple[Fault, ...]]:
        """Return ``case`` with a coordinate for every address found, and every fault.

        Raises ``AddressSourceError`` when the register or the extract cannot be read.
        """
        if self.register is not None:
            book = AddressBook.from_csv(self.register)
            located, faults = locate(case, book)
            return located, (*faults, *book.faults)
        if all(place.coordinate is not None for place in case.places):
            return case, ()
        return locate(case, AddressBook.from_extract(self.extract))


def open_streets(case: Case, sources: Sources) -> Streets:
    """Return the streets of ``case``; raises ``ExtractError`` when there are none."""
    return Streets.open(sources.extract or case.network)


def open_addresses(case: Case, sources: Sources) -> AddressLookup:
    """Return where the addresses of ``case`` are looked up; raises ``ExtractError``."""
    return AddressLookup(find_area(sources.extract or case.network).path, sources.addresses)


@contextmanager
def open_ports(case: Case, streets: Streets, sources: Sources) -> Iterator[Ports]:
    """Yield everything planning needs; raises ``StoreError`` when the store cannot be used."""
    store = open_store(sources.store or default_url())
    try:
        yield Ports(
            solver=Engine(),
            travel=streets,
            addresses=open_addresses(case, sources),
            store=store,
            clock=SystemClock(),
        )
    finally:
        store.close()
