import pytest

from maps.addresses import Hit, Miss, Reason
from planner.model.places import Address
from tests.build.addresses import town


def find(street: str, number: str = "", **more: str) -> Hit | Miss:
    return town().find(Address(street=street, number=number, **more))


@pytest.mark.parametrize(
    ("written", "street", "number"),
    [
        (("Storgatan", "12A"), "Storgatan", "12A"),
        (("storgatan", "12 a"), "Storgatan", "12A"),
        (("STORGATAN", "12 A"), "Storgatan", "12A"),
        (("Storg.", "12 B"), "Storgatan", "12B"),
        (("Storgatan 12 a", ""), "Storgatan", "12A"),
        (("Storgatan", "12 uppgång A"), "Storgatan", "12A"),
        (("Storgatan", "16 lgh 1101"), "Storgatan", "16"),
        (("Storgatan", "16, 2 tr"), "Storgatan", "16"),
        (("St. Eriksgatan", "3"), "Sankt Eriksgatan", "3"),
        (("S:t Eriksg.", "3"), "Sankt Eriksgatan", "3"),
        (("St. Nygatan", "3"), "Stora Nygatan", "3"),
        (("S. Kyrkov.", "8-12"), "Södra Kyrkovägen", "8-12"),
        (("Södra Kyrkovägen", "10"), "Södra Kyrkovägen", "8-12"),
        (("Södra Kyrkovägen", "8\u201312"), "Södra Kyrkovägen", "8-12"),
        (("Carl Gustafs v", "10b"), "Carl-Gustafs väg", "10A-C"),
        (("Parkv.", "2 ing. B"), "Parkvägen", "2"),
        (("Mälargatan", "5"), "Mälargatan", "5"),
        (("Malargatan", "5"), "Malargatan", "5"),
    ],
)
def test_spellings_of_one_address(written: tuple[str, str], street: str, number: str):
    hit = find(*written)
    assert isinstance(hit, Hit)
    assert (hit.known.street, hit.known.number, hit.spelling) == (street, number, False)


def test_without_dots_is_found_and_said():
    hit = find("Sodra Kyrkovagen", "8")
    assert isinstance(hit, Hit)
    assert (hit.known.street, hit.spelling) == ("Södra Kyrkovägen", True)


def test_two_streets_without_dots_are_not_guessed_between():
    miss = find("Målargatan", "5")
    assert isinstance(miss, Miss)
    assert miss.reason is Reason.AMBIGUOUS
    assert {one.street for one in miss.suggestions} == {"Mälargatan", "Malargatan"}


@pytest.mark.parametrize("number", ["11", "13", "9"])
def test_range_covers_its_own_side_of_the_street(number: str):
    miss = find("Södra Kyrkovägen", number)
    assert isinstance(miss, Miss)
    assert miss.reason is Reason.NUMBER


def test_unknown_number_gets_the_nearest():
    miss = find("Storgatan", "13")
    assert isinstance(miss, Miss)
    assert miss.reason is Reason.NUMBER
    assert [one.number for one in miss.suggestions][:3] == ["12", "12A", "12B"]


def test_same_house_with_another_letter_is_only_suggested():
    miss = find("Storgatan", "12C")
    assert isinstance(miss, Miss)
    assert [one.number for one in miss.suggestions][:3] == ["12", "12A", "12B"]


def test_misspelt_street_is_only_suggested():
    miss = find("Storgtan", "4")
    assert isinstance(miss, Miss)
    assert miss.reason is Reason.STREET
    assert (miss.suggestions[0].street, miss.suggestions[0].number) == ("Storgatan", "4")


def test_nothing_like_it_gets_no_suggestion():
    assert find("Xyz", "1") == Miss(Reason.STREET, ())


@pytest.mark.parametrize("number", ["", "  "])
def test_street_alone(number: str):
    miss = find("Storgatan", number)
    assert isinstance(miss, Miss)
    assert miss.reason is Reason.NO_NUMBER
    assert miss.suggestions


def test_one_street_name_in_two_towns():
    assert isinstance(miss := find("Storgatan", "1"), Miss)
    assert miss.reason is Reason.AMBIGUOUS
    assert {one.city for one in miss.suggestions} == {"Lund", "Eslöv"}
    for more in ({"city": "ESLÖV"}, {"city": "Eslov"}, {"postcode": "24130"}):
        hit = find("Storgatan", "1", **more)
        assert isinstance(hit, Hit)
        assert hit.known.city == "Eslöv"


def test_other_town_is_no_hit():
    for more in ({"city": "Kävlinge"}, {"postcode": "244 31"}):
        miss = find("Storgatan", "4", **more)
        assert isinstance(miss, Miss)
        assert miss.reason is Reason.TOWN
        assert miss.suggestions[0].city == "Lund"


def test_locality_stands_for_the_city():
    assert isinstance(find("Öster hus", "3", city="Revinge"), Hit)


def test_entrances():
    hit = find("Parkvägen", "2", entrance="b")
    assert isinstance(hit, Hit)
    assert (hit.known.entrance, hit.entrance) == ("B", False)
    miss = find("Parkvägen", "2", entrance="C")
    assert isinstance(miss, Miss)
    assert miss.reason is Reason.ENTRANCE
    assert {one.entrance for one in miss.suggestions} == {"A", "B"}
    unknown = find("Parkvägen", "4", entrance="A")
    assert isinstance(unknown, Hit)
    assert unknown.entrance


@pytest.mark.parametrize(
    "number", ["1-99999999", "5-3", "a-c", "12-", "-", "½", "9" * 5000, "1;;2"]
)
def test_strange_numbers_are_misses(number: str):
    assert isinstance(find("Storgatan", number), Miss)
