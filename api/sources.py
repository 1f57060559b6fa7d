"""Where a run takes its streets and addresses from."""

from dataclasses import dataclass
from pathlib import Path

from maps.addresses import AddressBook, locate
from maps.source.area import find_area
from maps.streets import Streets
from planner.model.case import Case
from planner.model.findings import Fault


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

        Rows of the register that cannot be read are among the faults, as warnings. Raises
        ``AddressSourceError`` when the register or the extract cannot be read at all.
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
