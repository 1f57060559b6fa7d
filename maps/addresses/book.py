"""The address book: exact look-up after normalisation, suggestions for everything else."""

from collections import defaultdict
from collections.abc import Iterable
from dataclasses import dataclass
from enum import StrEnum
from pathlib import Path
from typing import Self

from maps.addresses import normal
from maps.addresses.extract import read_extract
from maps.addresses.known import Known, metres_between
from maps.addresses.register import Columns, read_register
from maps.addresses.suggest import near_numbers, near_streets
from planner.model.findings import Fault
from planner.model.places import Address, Coordinate

SAME_HOUSE_METRES = 100
"""Entries of one address that lie no further apart are one house with several doors."""


class Reason(StrEnum):
    """Why an address was not found, as a code."""

    STREET = "unknown_street"
    NUMBER = "unknown_number"
    NO_NUMBER = "number_missing"
    TOWN = "other_town"
    ENTRANCE = "unknown_entrance"
    AMBIGUOUS = "several_places"


@dataclass(frozen=True, slots=True)
class Hit:
    """The address stands in the book as ``known``.

    ``spelling`` is True when å, ä, ö had to be read tolerantly, ``entrance`` when the book has
    the house but no doors, so that the door asked for could not be told.
    """

    coordinate: Coordinate
    known: Known
    spelling: bool = False
    entrance: bool = False


@dataclass(frozen=True, slots=True)
class Miss:
    """The address does not stand in the book; the best ``suggestions`` first, never taken."""

    reason: Reason
    suggestions: tuple[Address, ...]


class AddressBook:
    """Known addresses, indexed by normalised street and number. Never changes once made."""

    def __init__(self, entries: Iterable[Known], faults: Iterable[Fault] = ()) -> None:
        """Index ``entries``; ``faults`` are what their source could not give."""
        self.entries = tuple(entries)
        self.faults = tuple(faults)
        self._streets: dict[str, dict[str, list[Known]]] = defaultdict(dict)
        self._covered: dict[tuple[str, str], list[Known]] = defaultdict(list)
        self._loose: dict[str, set[str]] = defaultdict(set)
        for entry in self.entries:
            self._enter(entry)

    @classmethod
    def from_extract(cls, path: Path) -> Self:
        """Read an OSM extract (.osm.pbf, .osm.bz2, .osm). Raises ``AddressSourceError``."""
        return cls(read_extract(path))

    @classmethod
    def from_csv(cls, path: Path, columns: Columns | None = None) -> Self:
        """Read a municipality's register. Raises ``AddressSourceError``; bad rows are faults."""
        return cls(*read_register(path, columns or Columns()))

    def find(self, address: Address) -> Hit | Miss:
        """Return the house of ``address``, or why there is none and what lies near."""
        street, number = normal.split_street(address.street, address.number)
        number, entrance = normal.split_entrance(number, address.entrance)
        keys, spelling = self._street_keys(street)
        if not keys:
            return Miss(Reason.STREET, near_streets(self._streets, street, number))
        asked = normal.number_key(number)
        door = normal.folded(entrance)
        found = self._of_number(keys, asked, door)
        if not found:
            reason = Reason.NUMBER if asked else Reason.NO_NUMBER
            return Miss(reason, near_numbers([self._streets[key] for key in keys], asked))
        there = in_town(found, address)
        if not there:
            return Miss(Reason.TOWN, distinct(found))
        return _one_house(there, door, spelling=spelling)

    def _enter(self, entry: Known) -> None:
        """Put one entry under every reading of its street and every number it covers."""
        number = normal.number_key(entry.number)
        for key in normal.street_keys(entry.street):
            self._streets[key].setdefault(number, []).append(entry)
            self._loose[normal.loose(key)].add(key)
            for covered in normal.covered_numbers(number):
                self._covered[key, covered].append(entry)

    def _street_keys(self, street: str) -> tuple[list[str], bool]:
        """Return the keys of the streets meant, exactly or else tolerantly (then True)."""
        asked = normal.street_keys(street)
        exact = [key for key in asked if key in self._streets]
        if exact:
            return exact, False
        tolerant = {near for key in asked for near in self._loose.get(normal.loose(key), ())}
        return sorted(tolerant), True

    def _of_number(self, keys: list[str], asked: str, door: str) -> list[Known]:
        """Return the entries of a number, else those whose range covers it.

        Door B of number 2 is a door of 2 where the book has that, else the house 2B, else
        the house 2.
        """
        plain = self._written(keys, asked)
        with_door = any(normal.folded(entry.entrance) == door for entry in plain)
        lettered = self._written(keys, asked + door) if door and not with_door else []
        covering = (entry for key in keys for entry in self._covered.get((key, asked), ()))
        return lettered or plain or list(dict.fromkeys(covering))

    def _written(self, keys: list[str], number: str) -> list[Known]:
        """Return the entries with exactly this number key."""
        found = (entry for key in keys for entry in self._streets[key].get(number, ()))
        return list(dict.fromkeys(found)) if number else []


def in_town(entries: list[Known], address: Address) -> list[Known]:
    """Keep the entries that agree with the postcode and the city of ``address``.

    An entry without postcode or city agrees with any, unless another one agrees by name. The
    city may be the entry's locality.
    """
    postcode = normal.postcode_key(address.postcode)
    city = _town(address.city)
    if postcode:
        same = [entry for entry in entries if normal.postcode_key(entry.postcode) == postcode]
        entries = same or [entry for entry in entries if not entry.postcode]
    if city:
        named = [e for e in entries if city in (_town(e.city), _town(e.locality))]
        entries = named or [e for e in entries if not e.city]
    return entries


def distinct(entries: Iterable[Known], most: int = 5) -> tuple[Address, ...]:
    """Return the first ``most`` different addresses of ``entries``."""
    return tuple(dict.fromkeys(entry.address for entry in entries))[:most]


def _town(name: str) -> str:
    return normal.loose(normal.folded(name))


def _one_house(entries: list[Known], door: str, *, spelling: bool) -> Hit | Miss:
    """Choose the door asked for, or the house when its entries lie together."""
    letters = normal.number_key(entries[0].number)
    doors = [entry for entry in entries if entry.entrance]
    right = [entry for entry in doors if normal.folded(entry.entrance) == door]
    if door and doors and not right:
        return Miss(Reason.ENTRANCE, distinct(doors))
    chosen = right or [entry for entry in entries if not entry.entrance] or entries
    origin = chosen[0]
    apart = max(metres_between((origin.lat, origin.lon), (e.lat, e.lon)) for e in chosen)
    streets = {normal.street_keys(entry.street) for entry in chosen}
    if apart > SAME_HOUSE_METRES or (spelling and len(streets) > 1):
        return Miss(Reason.AMBIGUOUS, distinct(chosen))
    unknown_door = bool(door) and not right and not letters.endswith(door)
    return Hit(origin.coordinate, origin, spelling=spelling, entrance=unknown_door)
