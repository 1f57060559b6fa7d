"""What planning needs from outside, without streets and registers."""

from collections.abc import Sequence
from dataclasses import dataclass

from planner.model.case import Case
from planner.model.findings import Fault, Severity
from planner.model.places import Coordinate, Place, TravelMode
from planner.model.travel import TravelMatrices
from tests.build.cases import small_case, straight_line_travel


class UnreachableError(ValueError):
    """Places that no street leads to, as the streets report them."""

    def __init__(self, faults: Sequence[Fault]) -> None:
        """Keep ``faults``."""
        super().__init__("out of reach")
        self.faults = tuple(faults)


@dataclass(frozen=True)
class StraightLines:
    """Travel over the ground, where no place is out of reach but those named."""

    out_of_reach: tuple[str, ...] = ()

    def matrices(
        self, places: Sequence[Place], modes: Sequence[TravelMode], *, winter: bool
    ) -> TravelMatrices:
        """Return straight-line travel times for every mode, the same in every season."""
        del modes, winter
        lost = [place for place in places if place.id in self.out_of_reach]
        if lost:
            hint = "move_or_widen_extract"
            raise UnreachableError(
                [Fault("place_off_network", Severity.ERROR, "$.places", p.id, hint) for p in lost]
            )
        return straight_line_travel(small_case(places=tuple(places)))


@dataclass(frozen=True)
class FixedTravel:
    """The same travel times, whatever is asked; with ``error`` nothing but that."""

    travel: TravelMatrices | None = None
    error: ValueError | None = None

    def matrices(
        self, places: Sequence[Place], modes: Sequence[TravelMode], *, winter: bool
    ) -> TravelMatrices:
        """Return the travel times, or raise the error."""
        del places, modes, winter
        if self.error is not None:
            raise self.error
        assert self.travel is not None
        return self.travel


@dataclass(frozen=True)
class Register:
    """Knows the positions of whole streets; of none, unless told."""

    known: tuple[tuple[str, float, float], ...] = ()

    def locate(self, case: Case) -> tuple[Case, tuple[Fault, ...]]:
        """Return ``case`` with what is known, and a fault for every place without position."""
        places = [self._placed(place) for place in case.places]
        faults = [
            Fault("address_not_found", Severity.ERROR, f"$.places[{n}].address", None, "set_pin")
            for n, place in enumerate(places)
            if place.coordinate is None
        ]
        return case.model_copy(update={"places": tuple(places)}), tuple(faults)

    def _placed(self, place: Place) -> Place:
        for street, lat, lon in self.known:
            if place.address is not None and place.address.street == street:
                return place.model_copy(update={"coordinate": Coordinate(lat=lat, lon=lon)})
        return place
