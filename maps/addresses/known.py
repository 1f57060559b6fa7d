"""One known address with its position, and the error of a source that cannot be read."""

import math
from collections.abc import Iterable
from dataclasses import dataclass

from planner.model.findings import Fault
from planner.model.places import Address, Coordinate

_METRES_PER_DEGREE = 111_195.0


@dataclass(frozen=True, slots=True)
class Known:
    """An address that a source knows; ``lat`` and ``lon`` are WGS 84 decimal degrees.

    ``number`` is as written, for instance ``12A`` or ``12-14``; ``locality`` is a village or a
    part of the town, which tells two streets of one city apart.
    """

    street: str
    number: str
    lat: float
    lon: float
    entrance: str = ""
    postcode: str = ""
    city: str = ""
    locality: str = ""

    @property
    def coordinate(self) -> Coordinate:
        """The position as a domain value."""
        return Coordinate(lat=self.lat, lon=self.lon)

    @property
    def address(self) -> Address:
        """The address as a domain value; the locality stands in for a missing city."""
        return Address(
            street=self.street,
            number=self.number,
            entrance=self.entrance,
            postcode=self.postcode,
            city=self.city or self.locality,
        )


class AddressSourceError(ValueError):
    """A source of addresses cannot be used at all; ``faults`` say why."""

    def __init__(self, faults: Iterable[Fault]) -> None:
        """Keep ``faults``; the message holds their codes only."""
        self.faults = tuple(faults)
        super().__init__(", ".join(fault.code for fault in self.faults))


def metres_between(one: tuple[float, float], two: tuple[float, float]) -> float:
    """Return the metres between two (lat, lon) positions a few kilometres apart at most."""
    north = (two[0] - one[0]) * _METRES_PER_DEGREE
    east = (two[1] - one[1]) * _METRES_PER_DEGREE * math.cos(math.radians(one[0]))
    return math.hypot(north, east)
