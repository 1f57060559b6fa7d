"""A municipality's own address register as a table of text (CSV)."""

import csv
import io
import math
import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, fields
from enum import StrEnum
from itertools import islice
from pathlib import Path

from pyproj import Transformer

from maps.addresses import normal
from maps.addresses.known import AddressSourceError, Known
from planner.model.findings import Fault, Severity

_HEADER_ROWS = 20
_NORTHING_FROM = 6_000_000
_EASTING_TO = 1_500_000
_MAX_BYTES = 512 * 1024 * 1024


class _Code(StrEnum):
    """Why a register cannot be used at all."""

    FILE = "register_unreadable"
    SIZE = "register_too_large"
    ROW = "register_row_unreadable"
    COLUMNS = "register_columns"


@dataclass(frozen=True, slots=True)
class Columns:
    """Which column names hold what; the first name that the header has counts.

    Case, å ä ö, blanks and signs in names do not matter. ``northing`` and ``easting`` are in
    ``crs``, by default SWEREF 99 TM; a local zone such as SWEREF 99 13 30 is ``EPSG:3008``. They
    may be swapped (old Swedish maps call north X): in Sweden the larger is north.
    """

    address: tuple[str, ...] = ("adress", "gatuadress", "belägenhetsadress", "address")
    street: tuple[str, ...] = ("gata", "gatunamn", "vägnamn", "adressområde", "street")
    number: tuple[str, ...] = (
        *("husnummer", "gatunummer", "adressplats", "nummer", "husnr", "nr"),
        *("housenumber", "number"),
    )
    letter: tuple[str, ...] = ("bokstav", "littera", "bokstavstillägg")
    entrance: tuple[str, ...] = ("uppgång", "ingång", "port", "entrance")
    postcode: tuple[str, ...] = ("postnummer", "postnr", "postcode")
    city: tuple[str, ...] = ("ort", "postort", "stad", "city")
    locality: tuple[str, ...] = ("kommundel", "tätort", "stadsdel", "locality")
    lat: tuple[str, ...] = ("latitud", "latitude", "lat")
    lon: tuple[str, ...] = ("longitud", "longitude", "lon", "lng")
    northing: tuple[str, ...] = ("northing", "nord", "norr", "sweref_n", "n", "x", "xkoordinat")
    easting: tuple[str, ...] = ("easting", "öst", "ost", "sweref_e", "e", "y", "ykoordinat")
    crs: str = "EPSG:3006"


def read_register(path: Path, columns: Columns) -> tuple[tuple[Known, ...], tuple[Fault, ...]]:
    """Return the addresses of a register and one fault per row that cannot be used.

    Delimiter, header row and encoding (UTF-8, UTF-16 with mark, Windows-1252, ISO 8859-1) are
    found out. A fault's path is ``rows[LINE]``, with lines counted from 1. Raises
    ``AddressSourceError`` when the file or its header cannot be used.
    """
    text = _text(path)
    head = list(islice(_rows(text, path), _HEADER_ROWS))
    start, header = _header(head, columns, path)
    to_degrees = Transformer.from_crs(columns.crs, "EPSG:4326", always_xy=True)
    entries: list[Known] = []
    faults: list[Fault] = []
    for line, row in islice(_rows(text, path), start + 1, None):
        if any(cell.strip() for cell in row):
            cells = {name: row[at].strip() for name, at in header.items() if at < len(row)}
            read = _entry(line, cells, to_degrees)
            if isinstance(read, Known):
                entries.append(read)
            else:
                faults.append(read)
    return tuple(entries), tuple(faults)


def _rows(text: str, path: Path) -> Iterator[tuple[int, list[str]]]:
    """Yield the table's rows with the line on which each ends."""
    reader = csv.reader(io.StringIO(text, newline=""), delimiter=_delimiter(text))
    try:
        for row in reader:
            yield reader.line_num, row
    except csv.Error as error:
        raise _refused(_Code.ROW, path, f"rows[{reader.line_num}]", "check_file") from error


def _text(path: Path) -> str:
    """Return the file's text in the first encoding that fits."""
    try:
        if path.stat().st_size > _MAX_BYTES:
            raise _refused(_Code.SIZE, path, path.stat().st_size, "split_register")
        raw = path.read_bytes()
    except OSError as error:
        raise _refused(_Code.FILE, path, path.name, "check_file") from error
    if raw.startswith((b"\xff\xfe", b"\xfe\xff")):
        return raw.decode("utf-16", errors="replace")
    for encoding in ("utf-8-sig", "cp1252"):
        try:
            return raw.decode(encoding)
        except UnicodeDecodeError:
            continue
    return raw.decode("iso-8859-1")


def _refused(code: _Code, path: Path, value: object, hint: str) -> AddressSourceError:
    return AddressSourceError(
        [Fault(code.value, Severity.ERROR, "$", value, hint, {"file": path.name})]
    )


def _delimiter(text: str) -> str:
    """Return the sign that most evenly cuts the first rows; a semicolon when none does."""
    head = [line for line in text.splitlines()[:_HEADER_ROWS] if line.strip()]
    counts = {sign: [line.count(sign) for line in head] for sign in ";\t|,"}
    return max(
        counts, key=lambda sign: (sum(n > 0 for n in counts[sign]), min(counts[sign] or [0]))
    )


def _name(text: str) -> str:
    return re.sub(r"[\W_]", "", normal.loose(normal.folded(text)))


def _header(
    head: list[tuple[int, list[str]]], columns: Columns, path: Path
) -> tuple[int, Mapping[str, int]]:
    """Return the header's row and the place of each wanted column in it."""
    found = [_columns_of([_name(cell) for cell in row], columns) for _, row in head]
    at = max(range(len(found)), key=lambda number: len(found[number]), default=0)
    names = found[at].keys() if found else set()
    position = {"lat", "lon"} <= names or {"northing", "easting"} <= names
    if not position or not {"address", "street"} & names:
        seen = [cell[:40] for cell in head[at][1][:20]] if head else []
        raise _refused(_Code.COLUMNS, path, seen, "name_columns")
    return at, found[at]


def _columns_of(cells: list[str], columns: Columns) -> dict[str, int]:
    """Return which of the wanted columns stand where in a row of names."""
    found = {}
    for field in fields(columns):
        names = () if field.name == "crs" else getattr(columns, field.name)
        wanted = [_name(name) for name in names]
        here = [cells.index(name) for name in wanted if name in cells]
        if here:
            found[field.name] = here[0]
    return found


def _entry(line: int, cells: Mapping[str, str], to_degrees: Transformer) -> Known | Fault:
    """Return the address of one row, or what is wrong with it."""
    path = f"rows[{line}]"
    street, number = cells.get("street", ""), cells.get("number", "") + cells.get("letter", "")
    if not street:
        street, number = normal.split_street(cells.get("address", ""), number)
    number, entrance = normal.split_entrance(number, cells.get("entrance", ""))
    if not street.strip() or not number.strip():
        asked = cells.get("address") or street
        return Fault("register_address", Severity.WARNING, path, asked, "give_street_and_number")
    here = _position(cells, to_degrees)
    if here is None:
        seen = [cells[name] for name in ("lat", "lon", "northing", "easting") if name in cells]
        return Fault("register_position", Severity.WARNING, path, seen, "give_wgs84_or_sweref")
    return Known(
        street=street.strip(),
        number=number.strip(),
        lat=here[0],
        lon=here[1],
        entrance=entrance,
        postcode=cells.get("postcode", ""),
        city=cells.get("city", ""),
        locality=cells.get("locality", ""),
    )


def _position(cells: Mapping[str, str], to_degrees: Transformer) -> tuple[float, float] | None:
    """Return (lat, lon) of a row in degrees, or nothing when its numbers make no position."""
    for first, second in (("lat", "lon"), ("northing", "easting")):
        one, two = _number(cells.get(first, "")), _number(cells.get(second, ""))
        if one is None or two is None:
            continue
        if first == "lat" and abs(one) <= 90 and abs(two) <= 180:  # noqa: PLR2004 degrees
            return round(one, 7), round(two, 7)
        north, east = max(one, two), min(one, two)
        if north >= _NORTHING_FROM and 0 < east <= _EASTING_TO:
            lon, lat = to_degrees.transform(east, north)
            return (round(lat, 7), round(lon, 7)) if math.isfinite(lat + lon) else None
    return None


def _number(text: str) -> float | None:
    """Read ``55,7``, ``55.7`` and ``6 175 000``."""
    try:
        value = float(re.sub(r"\s", "", text).replace(",", "."))
    except ValueError:
        return None
    return value if math.isfinite(value) else None
