"""From a case to an instance: faults of document, addresses and streets, each told in full."""

from dataclasses import dataclass

import pytest

from planner.model.case import Case
from planner.model.findings import Fault, Severity
from planner.model.places import Coordinate, TravelMode
from planner.model.travel import TravelMatrices
from planner.usecases.prepare import checked, instance_of, modes_of
from planner.usecases.refusals import CaseRefused
from tests.build.cases import small_case, straight_line_travel
from tests.build.morning import morning_case, morning_demand


@dataclass(frozen=True)
class StraightLines:
    """Travel over the ground, where no place is out of reach but the ones named."""

    out_of_reach: tuple[str, ...] = ()

    def matrices(self, places, modes, *, winter):
        assert set(modes) <= set(TravelMode)
        faults = [
            Fault("place_off_network", Severity.ERROR, "$.places", place.id, "move")
            for place in places
            if place.id in self.out_of_reach
        ]
        if faults:
            raise Unreachable(faults)
        return straight_line_travel(small_case(places=tuple(places)))


class Unreachable(ValueError):
    def __init__(self, faults):
        super().__init__("out of reach")
        self.faults = faults


@dataclass(frozen=True)
class Register:
    """Addresses by street."""

    known: dict[str, tuple[float, float]]

    def locate(self, case: Case) -> tuple[Case, tuple[Fault, ...]]:
        places, faults = [], []
        for number, place in enumerate(case.places):
            at = self.known.get(place.address.street) if place.address else None
            if place.coordinate is None and at is None:
                path = f"$.places[{number}].address"
                faults.append(Fault("address_not_found", Severity.ERROR, path, None, "check"))
            update = {"coordinate": Coordinate(lat=at[0], lon=at[1])} if at else {}
            places.append(place.model_copy(update=update))
        return case.model_copy(update={"places": tuple(places)}), tuple(faults)


NO_ADDRESSES = Register({})


def test_a_good_case_passes() -> None:
    case, faults = checked(small_case(), NO_ADDRESSES)
    assert case == small_case()
    assert all(fault.severity is Severity.WARNING for fault in faults)


def test_faults_of_document_and_addresses_are_told_together() -> None:
    case = morning_case()
    bare = tuple(
        place.model_copy(update={"coordinate": None}) if place.id == "P1" else place
        for place in case.places
    )
    lost = case.clients[1].model_copy(update={"place": "NOWHERE"})
    clients = (case.clients[0], lost, *case.clients[2:])
    broken = case.model_copy(update={"places": bare, "clients": clients})
    with pytest.raises(CaseRefused) as caught:
        checked(broken, NO_ADDRESSES)
    codes = {fault.code for fault in caught.value.faults}
    assert {"place_missing", "address_not_found"} <= codes


def test_an_address_gets_its_coordinate_before_the_case_is_checked() -> None:
    case = morning_case()
    bare = tuple(
        place.model_copy(update={"coordinate": None}) if place.id == "P1" else place
        for place in case.places
    )
    register = Register({"Åsögatan": (57.7, 11.96)})
    located, _ = checked(case.model_copy(update={"places": bare}), register)
    assert located.places[1].coordinate == Coordinate(lat=57.7, lon=11.96)


def test_every_place_out_of_reach_is_named() -> None:
    with pytest.raises(CaseRefused) as caught:
        instance_of(small_case(), StraightLines(("P1", "P3")))
    assert [fault.value for fault in caught.value.faults] == ["P1", "P3"]


def test_another_error_of_the_streets_is_not_swallowed() -> None:
    class Broken:
        def matrices(self, places, modes, *, winter) -> TravelMatrices:
            raise ValueError("not about places")

    with pytest.raises(ValueError, match="not about places"):
        instance_of(small_case(), Broken())


def test_an_instance_has_the_demand_of_its_case() -> None:
    instance = instance_of(morning_case(), StraightLines())
    expected = {visit.client for visit in morning_demand().visits}
    assert {visit.client for visit in instance.demand.visits} == expected


def test_only_the_modes_of_the_roster_are_needed() -> None:
    assert modes_of(morning_case()) == (TravelMode.BIKE, TravelMode.CAR)
    nobody = morning_case().model_copy(update={"shifts": ()})
    assert modes_of(nobody) == tuple(sorted(TravelMode))
