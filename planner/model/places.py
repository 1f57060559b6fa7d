"""Where things are: addresses, coordinates and places."""

from enum import StrEnum

from pydantic import Field

from planner.model.base import Value
from planner.model.units import PlaceId


class TravelMode(StrEnum):
    """How a caregiver travels between visits."""

    CAR = "car"
    BIKE = "bike"
    FOOT = "foot"


class PlaceKind(StrEnum):
    """What a place is used for."""

    HOME = "home"
    OFFICE = "office"
    LAUNDRY_ROOM = "laundry_room"
    SHOP = "shop"
    OTHER = "other"


class Coordinate(Value):
    """A WGS 84 position in decimal degrees."""

    lat: float = Field(ge=-90, le=90)
    lon: float = Field(ge=-180, le=180)


class Address(Value):
    """A street address; ``number`` as written on the door, for instance ``12A``."""

    street: str = Field(min_length=1)
    number: str = ""
    entrance: str = ""
    postcode: str = ""
    city: str = ""


class Place(Value):
    """A place where visits, breaks or meetings happen.

    At least one of ``coordinate`` and ``address`` is given; a coordinate with ``pinned`` was set
    by hand and is never replaced by an address look-up. ``stairs`` is the number of floors to
    walk up, which adds to the time of every stop here.
    """

    id: PlaceId
    kind: PlaceKind = PlaceKind.HOME
    coordinate: Coordinate | None = None
    address: Address | None = None
    pinned: bool = False
    stairs: int = Field(default=0, ge=0, le=40)
