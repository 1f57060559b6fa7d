"""Places that cannot be reached, named all at once."""

from collections.abc import Sequence

from maps.metric import Floats
from planner.model.findings import Fault, Severity
from planner.model.places import Place, TravelMode

NO_COORDINATE = "place_without_coordinate"
OFF_NETWORK = "place_off_network"
LIMIT_METRES = 300
"""A place farther than this from every street of a travel mode is not reached by it."""

_SHOWN = 5


class UnreachablePlaces(ValueError):  # noqa: N818  the name of the port's contract
    """Places without a position, or too far from any street: ``faults`` has one per place.

    The message names the first few places by their codes, never by address or position.
    """

    def __init__(self, faults: Sequence[Fault]) -> None:
        """Keep ``faults`` and summarise them."""
        self.faults = tuple(faults)
        names = [f"{fault.parameters['place']} ({fault.code})" for fault in self.faults[:_SHOWN]]
        more = f" and {len(self.faults) - _SHOWN} more" if len(self.faults) > _SHOWN else ""
        super().__init__(
            f"{len(self.faults)} places cannot be reached: {', '.join(names)}{more}; "
            "correct their coordinates or use an extract that covers them"
        )


def without_coordinate(places: Sequence[Place]) -> list[Fault]:
    """Return a fault for every place that has no coordinate yet."""
    return [
        Fault(
            code=NO_COORDINATE,
            severity=Severity.ERROR,
            path=f"$.places[{number}].coordinate",
            value=None,
            hint="give_coordinate",
            parameters={"place": place.id},
        )
        for number, place in enumerate(places)
        if place.coordinate is None
    ]


def off_network(
    places: Sequence[Place], distances: dict[TravelMode, Floats], limit: float
) -> list[Fault]:
    """Return a fault for every place farther than ``limit`` metres from a street of some mode.

    ``distances`` holds metres per mode, shape (places,). The fault names the modes and the
    greatest distance, in whole metres; where the place lies it does not say.
    """
    faults = []
    for number, place in enumerate(places):
        far = {mode: metres[number] for mode, metres in distances.items() if metres[number] > limit}
        if not far or place.coordinate is None:
            continue
        faults.append(
            Fault(
                code=OFF_NETWORK,
                severity=Severity.ERROR,
                path=f"$.places[{number}].coordinate",
                value=None,
                hint="move_or_widen_extract",
                parameters={
                    "place": place.id,
                    "modes": tuple(mode.value for mode in far),
                    "metres": round(max(far.values())),
                    "limit": round(limit),
                },
            )
        )
    return faults
