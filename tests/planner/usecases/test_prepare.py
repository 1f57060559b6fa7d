"""From a case to an instance: faults of document, addresses and streets, each told in full."""

import pytest

from planner.model.case import Case
from planner.model.findings import Severity
from planner.model.places import Coordinate, TravelMode
from planner.usecases.prepare import checked, instance_of, modes_of
from planner.usecases.refusals import CaseRefused
from tests.build.cases import small_case
from tests.build.morning import morning_case, morning_demand
from tests.build.ports import FixedTravel, Register, StraightLines


def without_coordinate(case: Case, name: str) -> Case:
    """Return ``case`` with nothing but an address for the place ``name``."""
    places = tuple(
        place.model_copy(update={"coordinate": None}) if place.id == name else place
        for place in case.places
    )
    return case.model_copy(update={"places": places})


def test_a_good_case_passes() -> None:
    case, faults = checked(small_case(), Register())
    assert case == small_case()
    assert all(fault.severity is Severity.WARNING for fault in faults)


def test_faults_of_document_and_addresses_are_told_together() -> None:
    case = without_coordinate(morning_case(), "P1")
    lost = case.clients[1].model_copy(update={"place": "NOWHERE"})
    broken = case.model_copy(update={"clients": (case.clients[0], lost, *case.clients[2:])})
    with pytest.raises(CaseRefused) as caught:
        checked(broken, Register())
    codes = {fault.code for fault in caught.value.faults}
    assert {"place_missing", "address_not_found"} <= codes


def test_an_address_gets_its_coordinate_before_the_case_is_checked() -> None:
    register = Register((("Åsögatan", 57.7, 11.96),))
    located, _ = checked(without_coordinate(morning_case(), "P1"), register)
    assert located.places[1].coordinate == Coordinate(lat=57.7, lon=11.96)


def test_every_place_out_of_reach_is_named() -> None:
    with pytest.raises(CaseRefused) as caught:
        instance_of(small_case(), StraightLines(("P1", "P3")))
    assert [fault.value for fault in caught.value.faults] == ["P1", "P3"]


def test_another_error_of_the_streets_is_not_swallowed() -> None:
    with pytest.raises(ValueError, match="not about places"):
        instance_of(small_case(), FixedTravel(error=ValueError("not about places")))


def test_an_instance_has_the_demand_of_its_case() -> None:
    instance = instance_of(morning_case(), StraightLines())
    assert instance.demand == morning_demand()
    assert instance.travel.places == tuple(place.id for place in instance.case.places)


def test_only_the_modes_of_the_roster_are_needed() -> None:
    assert modes_of(morning_case()) == (TravelMode.BIKE, TravelMode.CAR)
    nobody = morning_case().model_copy(update={"shifts": ()})
    assert modes_of(nobody) == tuple(sorted(TravelMode))
