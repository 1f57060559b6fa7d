from pathlib import Path
from typing import Any

import pytest

from maps.addresses import AddressBook, AddressSourceError, Columns, Hit
from planner.model.places import Address

WGS84 = "Gata;Husnummer;Uppgång;Postnummer;Ort;Latitud;Longitud"
OSTERGATAN = "Östergatan;12 A;;223 50;Lund;55,7051;13,1932"


def book(tmp_path: Path, text: str, encoding: str = "utf-8", **columns: Any) -> AddressBook:
    path = tmp_path / "register.csv"
    path.write_bytes(text.encode(encoding))
    return AddressBook.from_csv(path, Columns(**columns) if columns else None)


@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "utf-16", "cp1252", "iso-8859-1"])
@pytest.mark.parametrize("delimiter", [";", "\t", "|"])
def test_encodings_and_delimiters(tmp_path: Path, encoding: str, delimiter: str):
    text = f"{WGS84}\r\n{OSTERGATAN}\r\n".replace(";", delimiter)
    found = book(tmp_path, text, encoding).find(Address(street="Östergatan", number="12A"))
    assert isinstance(found, Hit)
    assert (found.coordinate.lat, found.coordinate.lon) == (55.7051, 13.1932)
    assert found.known.postcode == "223 50"


def test_commas_quotes_and_lines_before_the_header(tmp_path: Path):
    text = (
        "Uttag ur adressregistret, Lunds kommun\n"
        "2026-01-07\n"
        'ADRESS,POSTNR,POSTORT,LAT,LON\n"Östergatan 12 A",22350,"Lund",55.7051,13.1932\n'
    )
    found = book(tmp_path, text).find(Address(street="Östergatan", number="12 a"))
    assert isinstance(found, Hit)
    assert (found.known.street, found.known.number) == ("Östergatan", "12 A")


ARC_TO_55_DEGREES = 6097230.313
"""Metres along a meridian of GRS 80 from the equator to 55° north."""


@pytest.mark.parametrize(
    ("names", "swapped"),
    [("Northing;Easting", False), ("N;E", False), ("X;Y", False), ("Y;X", False), ("X;Y", True)],
)
def test_sweref_99_tm(tmp_path: Path, names: str, swapped: bool):
    north, east = f"{ARC_TO_55_DEGREES * 0.9996:,.3f}".replace(",", " "), "500000,0"
    numbers = f"{east};{north}" if swapped else f"{north};{east}"
    (entry,) = book(tmp_path, f"Adress;{names}\nStortorget 1;{numbers}\n").entries
    assert (entry.lat, entry.lon) == pytest.approx((55, 15), abs=1e-7)


def test_local_zone(tmp_path: Path):
    text = f"Adress;N;E\nStortorget 1;{ARC_TO_55_DEGREES};150000\n"
    (entry,) = book(tmp_path, text, crs="EPSG:3008").entries
    assert (entry.lat, entry.lon) == pytest.approx((55, 13.5), abs=1e-7)


def test_own_column_names(tmp_path: Path):
    text = "GATUNAMN_TXT;PLATS;BREDD;LÄNGD\nÖstergatan;3;55.7;13.2\n"
    names = {"street": "gatunamn_txt", "number": "plats", "lat": "bredd", "lon": "längd"}
    columns: dict[str, Any] = {name: (column,) for name, column in names.items()}
    (entry,) = book(tmp_path, text, **columns).entries
    assert (entry.street, entry.number, entry.lat, entry.lon) == ("Östergatan", "3", 55.7, 13.2)


def test_letter_in_a_column_of_its_own(tmp_path: Path):
    text = "Gata;Nr;Bokstav;Lat;Lon\nÖstergatan;3;B;55.7;13.2\n"
    assert book(tmp_path, text).entries[0].number == "3B"


def test_bad_rows_are_named_and_the_others_kept(tmp_path: Path):
    rows = [
        "Östergatan;;;22350;Lund;55.7;13.2",
        ";3;;22350;Lund;55.7;13.2",
        "Östergatan;4;;22350;Lund;;",
        "Östergatan;5;;22350;Lund;955.7;13.2",
        "Östergatan;6;;22350;Lund;nan;inf",
        "",
        "Östergatan;7",
        OSTERGATAN,
    ]
    read = book(tmp_path, "\n".join([WGS84, *rows]))
    assert [entry.number for entry in read.entries] == ["12 A"]
    assert [(fault.code, fault.path) for fault in read.faults] == [
        ("register_address", "rows[2]"),
        ("register_address", "rows[3]"),
        ("register_position", "rows[4]"),
        ("register_position", "rows[5]"),
        ("register_position", "rows[6]"),
        ("register_position", "rows[8]"),
    ]


@pytest.mark.parametrize(
    ("content", "code"),
    [
        (b"", "register_columns"),
        (b"\x00\xff\xfe\x01" * 5000, "register_columns"),
        (b"Gata;Nr\nStorgatan;1\n", "register_columns"),
        (b"Lat;Lon\n1;2\n", "register_columns"),
        (b'Adress;Lat;Lon\n"' + b"x" * 200_000, "register_row_unreadable"),
    ],
)
def test_unusable_registers(tmp_path: Path, content: bytes, code: str):
    path = tmp_path / "register.csv"
    path.write_bytes(content)
    with pytest.raises(AddressSourceError) as raised:
        AddressBook.from_csv(path)
    assert [fault.code for fault in raised.value.faults] == [code]


def test_missing_register(tmp_path: Path):
    with pytest.raises(AddressSourceError) as raised:
        AddressBook.from_csv(tmp_path / "nowhere.csv")
    assert raised.value.faults[0].code == "register_unreadable"
