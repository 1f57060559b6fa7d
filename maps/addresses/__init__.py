"""Addresses to coordinates, offline: from an OSM extract or a municipality's own register."""

from maps.addresses.book import AddressBook, Hit, Miss, Reason
from maps.addresses.known import AddressSourceError, Known
from maps.addresses.locate import locate
from maps.addresses.register import Columns

__all__ = [
    "AddressBook",
    "AddressSourceError",
    "Columns",
    "Hit",
    "Known",
    "Miss",
    "Reason",
    "locate",
]
