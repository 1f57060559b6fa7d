from collections.abc import Mapping

from maps.addresses import locate
from planner.model.findings import Fault, Severity
from planner.model.places import Address, Coordinate, Place
from tests.build.addresses import town
from tests.build.cases import small_case

HERE = Coordinate(lat=55.6, lon=13.1)


def located(**changes: object) -> tuple[Place, tuple[Fault, ...]]:
    """Locate the home of C2 with ``changes`` in a case where all other places have coordinates."""
    case = small_case()
    case = case.model_copy(update={"places": tuple(map(changed(changes), case.places))})
    found, faults = locate(case, town())
    assert found.clients == case.clients
    return found.places[2], faults


def changed(changes: Mapping[str, object]):
    return lambda one: one.model_copy(update=changes) if one.id == "P2" else one


def test_address_becomes_coordinate():
    place, faults = located(coordinate=None, address=Address(street="Storg.", number="12 A"))
    assert place.coordinate is not None
    assert faults == ()


def test_pin_wins():
    address = Address(street="Storgatan", number="12A")
    place, faults = located(coordinate=HERE, address=address, pinned=True)
    assert (place.coordinate, faults) == (HERE, ())


def test_unknown_address_without_coordinate_is_an_error():
    place, faults = located(coordinate=None, address=Address(street="Storgatan", number="3"))
    assert place.coordinate is None
    (fault,) = faults
    assert (fault.code, fault.severity) == ("address_not_found", Severity.ERROR)
    assert (fault.path, fault.hint) == ("$.places[2].address", "check_number")
    assert fault.value is None, "an address belongs to somebody"
    suggestions = fault.parameters["suggestions"]
    assert isinstance(suggestions, list)
    assert suggestions[0]["number"] in {"2", "4"}


def test_unknown_address_keeps_a_coordinate():
    place, faults = located(coordinate=HERE, address=Address(street="Nowhere", number="3"))
    assert place.coordinate == HERE
    assert [(fault.code, fault.severity) for fault in faults] == [
        ("address_not_found", Severity.WARNING)
    ]


def test_coordinate_far_from_its_address_is_said():
    place, faults = located(coordinate=HERE, address=Address(street="Storgatan", number="12A"))
    assert place.coordinate != HERE
    (fault,) = faults
    assert fault.code == "address_far_from_coordinate"
    metres = fault.parameters["metres"]
    assert isinstance(metres, int)
    assert metres > 10_000


def test_tolerant_reading_is_said():
    _, faults = located(
        coordinate=None, address=Address(street="Sodra Kyrkovagen", number="8", entrance="A")
    )
    assert [fault.code for fault in faults] == ["address_spelling", "address_entrance"]


def test_no_fault_repeats_what_the_case_says_of_a_home():
    far = {"coordinate": HERE, "address": Address(street="Sodra Kyrkovagen", number="8")}
    unknown = {"coordinate": None, "address": Address(street="Hemliga vägen", number="77")}
    entrance = {"coordinate": None, "address": Address(street="Storgatan", number="12A C")}
    for changes in (far, unknown, entrance):
        for fault in located(**changes)[1]:
            told = repr((fault.value, fault.path, fault.hint, fault.parameters))
            assert fault.parameters["place"] == "P2"
            for secret in ("Sodra Kyrkovagen", "Hemliga", "77", "12A C", "55.6", "13.1"):
                assert secret not in told, (fault.code, secret)


def test_place_without_anything():
    _, faults = located(coordinate=None)
    assert [(fault.code, fault.path) for fault in faults] == [
        ("place_without_position", "$.places[2]")
    ]


def test_protected_address_stands_in_no_fault():
    secret = Address(street="Storgatan", number="3")
    case = small_case()
    clients = tuple(one.model_copy(update={"protected_identity": True}) for one in case.clients)
    hidden = {"coordinate": None, "address": secret}
    places = tuple(map(changed(hidden), case.places))
    _, faults = locate(case.model_copy(update={"clients": clients, "places": places}), town())
    (fault,) = faults
    assert fault.code == "address_not_found"
    assert "Storgatan" not in repr(fault)
