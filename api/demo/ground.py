"""Where a demo lies: homes on residential streets, gathered into compact groups."""

from collections.abc import Sequence
from dataclasses import dataclass
from math import cos, radians
from random import Random
from typing import Protocol

from api.demo.proportions import LUND
from api.demo.sizes import DemoSize, GroupSize
from planner.model.places import Coordinate, Place, PlaceKind
from planner.model.units import PlaceId
from planner.ports import TravelTimes

SPOTS = 32
"""Points sampled per group: homes, office, laundry room, shop, surgery, and some to spare."""

_OTHERS = 3
"""Places of a group that are neither office nor home."""

WALK_UP = 0.12
"""Share of homes up stairs without a lift. Assumption."""


class Ground(TravelTimes, Protocol):
    """Knows the streets, and where people live."""

    def residential_points(self, count: int, seed: int) -> Sequence[Coordinate]:
        """Return ``count`` positions on residential streets, the same for the same ``seed``."""
        ...


@dataclass(frozen=True, slots=True)
class Site:
    """The places of one group: office, laundry room, shop, surgery, then the homes."""

    office: Place
    laundry: Place
    shop: Place
    surgery: Place
    homes: tuple[Place, ...]

    @property
    def places(self) -> tuple[Place, ...]:
        """All places of the group."""
        return (self.office, self.laundry, self.shop, self.surgery, *self.homes)


def sites(
    size: DemoSize, groups: Sequence[GroupSize], *, seed: int, ground: Ground
) -> tuple[Site, ...]:
    """Return a site for each group, neighbours of each other.

    The whole municipality is sampled whatever the size, so that a group is as dense as in it.
    """
    points = ground.residential_points(LUND.groups * SPOTS, seed)
    cells = _cells(points, LUND.groups)
    first = _first_cell(size, Random(f"{seed}:where"))  # noqa: S311  no secret
    return tuple(
        _site(
            group,
            cells[(first + group.number) % LUND.groups],
            Random(f"{seed}:{group.code}"),  # noqa: S311  no secret
        )
        for group in groups
    )


def _first_cell(size: DemoSize, rng: Random) -> int:
    if size is DemoSize.MUNICIPALITY:
        return 0
    if size is DemoSize.DISTRICT:
        step = LUND.groups_per_district
        return rng.randrange(LUND.groups // step) * step
    return rng.randrange(LUND.groups)


def _cells(points: Sequence[Coordinate], count: int) -> list[list[Coordinate]]:
    """Cut ``points`` into ``count`` compact cells of equal size; neighbours follow each other."""
    if count == 1:
        return [list(points)]
    high, wide = _extent(points)
    ordered = sorted(points, key=(lambda p: p.lat) if high > wide else (lambda p: p.lon))
    half = count // 2
    cut = len(ordered) * half // count
    return _cells(ordered[:cut], half) + _cells(ordered[cut:], count - half)


def _extent(points: Sequence[Coordinate]) -> tuple[float, float]:
    """Return height and width of ``points``, both in degrees of latitude."""
    lats, lons = [p.lat for p in points], [p.lon for p in points]
    return max(lats) - min(lats), (max(lons) - min(lons)) * cos(radians(lats[0]))


def _site(group: GroupSize, cell: Sequence[Coordinate], rng: Random) -> Site:
    """Return the places of a group: its office in the middle (L44), homes in random order."""
    middle = Coordinate(
        lat=sum(p.lat for p in cell) / len(cell), lon=sum(p.lon for p in cell) / len(cell)
    )
    office, *rest = sorted(cell, key=lambda p: sum(d * d for d in _extent([p, middle])))
    rest = rest[: _OTHERS + group.homes]
    rng.shuffle(rest)
    laundry, shop, surgery, *homes = rest
    return Site(
        office=_place(f"{group.code}-OFFICE", office, PlaceKind.OFFICE),
        laundry=_place(f"{group.code}-LAUNDRY", laundry, PlaceKind.LAUNDRY_ROOM),
        shop=_place(f"{group.code}-SHOP", shop, PlaceKind.SHOP),
        surgery=_place(f"{group.code}-SURGERY", surgery, PlaceKind.OTHER),
        homes=tuple(
            _place(f"{group.code}-H{number:02d}", point, PlaceKind.HOME, _floors(rng))
            for number, point in enumerate(homes, 1)
        ),
    )


def _floors(rng: Random) -> int:
    return rng.randint(1, 3) if rng.random() < WALK_UP else 0


def _place(code: str, at: Coordinate, kind: PlaceKind, stairs: int = 0) -> Place:
    return Place(id=PlaceId(code), kind=kind, coordinate=at, stairs=stairs)
