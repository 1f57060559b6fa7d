from pathlib import Path

import pytest

from maps.addresses import AddressBook, AddressSourceError, Hit, Miss, Reason
from planner.model.places import Address
from tests.build.addresses import EXCERPTS, osm_file

OSTERMALM, SAMSO = EXCERPTS / "ostermalm.osm.bz2", EXCERPTS / "samso.osm.pbf"


@pytest.mark.parametrize(("path", "count"), [(OSTERMALM, 158), (SAMSO, 226)], ids=["bz2", "pbf"])
def test_every_address_of_a_real_map_is_found_back(path: Path, count: int):
    book = AddressBook.from_extract(path)
    assert len(book.entries) == count
    for known in book.entries:
        for asked in (known.address, Address(street=known.street.upper(), number=known.number)):
            found = book.find(asked)
            assert isinstance(found, Hit), asked
            assert found.known.number == known.number


def test_swedish_letters_tolerantly():
    found = AddressBook.from_extract(OSTERMALM).find(Address(street="Dobelnsgatan", number="12"))
    assert isinstance(found, Hit)
    assert (found.known.street, found.spelling) == ("Döbelnsgatan", True)


def test_numbers_that_a_house_shares():
    book = AddressBook.from_extract(OSTERMALM)
    found = book.find(Address(street="Kungsgatan", number="14"))
    assert isinstance(found, Hit)
    assert found.known.number == "12-14"


def test_near_misses_on_a_real_map():
    book = AddressBook.from_extract(OSTERMALM)
    number = book.find(Address(street="Birger Jarlsgatan", number="57E"))
    assert isinstance(number, Miss)
    assert number.reason is Reason.NUMBER
    assert {one.number for one in number.suggestions} >= {"57A", "57B", "57 C", "57D"}
    street = book.find(Address(street="Birger Jarsgatan", number="32A"))
    assert isinstance(street, Miss)
    first = street.suggestions[0]
    assert (first.street, first.number) == ("Birger Jarlsgatan", "32A")


def test_points_buildings_doors_and_multipolygons(tmp_path: Path):
    book = AddressBook.from_extract(osm_file(tmp_path))
    found = {(one.number, one.entrance): (one.lat, one.lon) for one in book.entries}
    assert found == {
        ("5", ""): (57.001, 12.001),
        ("7", ""): (57.0001, 12.00012),
        ("7", "B"): (57.0001, 12.0002),
        ("9", ""): (57.0005, 12.0001),
    }
    door = book.find(Address(street="Åkergränd", number="7", entrance="B"))
    assert isinstance(door, Hit)
    assert door.coordinate.lon == 12.0002


@pytest.mark.parametrize(
    ("name", "content", "code"),
    [
        ("junk.osm.pbf", b"\x00\x01junk" * 1000, "extract_unreadable"),
        ("junk.osm.bz2", b"junk", "extract_unreadable"),
        ("cut.osm.pbf", SAMSO.read_bytes()[:900], "extract_unreadable"),
        ("town.txt", b"Storgatan 1", "extract_unreadable"),
        ("empty.osm", b"<osm version='0.6'></osm>", "extract_without_addresses"),
    ],
)
def test_unusable_extracts(tmp_path: Path, name: str, content: bytes, code: str):
    path = tmp_path / name
    path.write_bytes(content)
    with pytest.raises(AddressSourceError) as raised:
        AddressBook.from_extract(path)
    assert [(fault.code, fault.value) for fault in raised.value.faults] == [(code, name)]


def test_missing_extract(tmp_path: Path):
    with pytest.raises(AddressSourceError):
        AddressBook.from_extract(tmp_path / "nowhere.osm.pbf")
