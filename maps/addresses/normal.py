"""Spelling of Swedish addresses made comparable: keys of street names and house numbers."""

import re
import unicodedata
from itertools import islice, product

_WORDS = {
    "s:t": ("sankt",),
    "s:ta": ("sankta",),
    "s:te": ("sankte",),
    "st": ("sankt", "stora"),
    "sta": ("sankta",),
    "st:": ("sankt", "stora"),
    "n": ("norra",),
    "s": ("södra",),
    "ö": ("östra",),
    "v": ("västra", "vägen", "väg"),
    "l": ("lilla",),
    "g": ("gatan", "gata"),
    "gr": ("gränd",),
    "pl": ("plan", "plats"),
}
_ENDINGS = {
    "g.": ("gatan",),
    "v.": ("vägen",),
    "gr.": ("gränden", "gränd"),
    "pl.": ("platsen", "planen", "plan"),
    "st.": ("stigen",),
}
_LOOSE = str.maketrans({"å": "a", "ä": "a", "æ": "a", "ö": "o", "ø": "o", "ü": "u", "ß": "s"})
_DASHES = str.maketrans("\u2012\u2013\u2014\u2212", "----")
_MAX_SPELLINGS = 12
_MAX_RANGE = 60

_RANGE = re.compile(r"(\d{1,6})([a-z]?)-(\d{0,6})([a-z]?)")
_HOUSE = re.compile(r"\d{1,6}")
_FLAT = re.compile(r"[,\s]+(?:lgh|lägenhet|vån|våning)\b.*$|[,\s]+\d+\s*tr\b.*$", re.IGNORECASE)
_ENTRANCE = re.compile(
    r"[,\s]*\b(?:uppgång|uppg|ingång|ing|port|trapphus)\b\.?\s*(\w+)", re.IGNORECASE
)
_TRAILING_NUMBER = re.compile(r"^(.*?\D)[\s,]+(\d+.*)$")


def folded(text: str) -> str:
    """Return ``text`` composed, case-folded and with single blanks; å, ä and ö are kept."""
    return " ".join(unicodedata.normalize("NFC", text).casefold().split())


def street_keys(street: str) -> tuple[str, ...]:
    """Return the keys of a street name, one for each reading of its abbreviations.

    ``St. Nygatan`` may be Sankt or Stora; ``Storg.`` is Storgatan. Blanks, hyphens and
    punctuation do not count, å ä ö do. At most twelve readings.
    """
    words = re.sub(r"[-\u2013/,]", " ", folded(street)).split()
    readings = product(*(_readings(word) for word in words))
    keys = (re.sub(r"[^\w]", "", "".join(reading)) for reading in readings)
    return tuple(dict.fromkeys(islice(keys, _MAX_SPELLINGS)))


def _readings(word: str) -> tuple[str, ...]:
    """Return what one word of a street name may stand for."""
    whole = _WORDS.get(word) or _WORDS.get(word.rstrip("."))
    if whole:
        return (*whole, word)
    for ending, fulls in _ENDINGS.items():
        if word.endswith(ending) and len(word) > len(ending) + 1:
            return tuple(word.removesuffix(ending) + full for full in fulls)
    return (word,)


def loose(key: str) -> str:
    """Return ``key`` with å ä ö and other accents taken off, and Danish ``aa`` as ``a``."""
    plain = unicodedata.normalize("NFKD", key.translate(_LOOSE))
    return "".join(sign for sign in plain if not unicodedata.combining(sign)).replace("aa", "a")


def split_street(street: str, number: str) -> tuple[str, str]:
    """Return street and number, taking the number off the street where it stands there."""
    if number.strip():
        return street, number
    match = _TRAILING_NUMBER.match(street.strip())
    return (match[1], match[2]) if match else (street, "")


def split_entrance(number: str, entrance: str) -> tuple[str, str]:
    """Return number and entrance, from ``12 uppgång B`` too; flat and floor are dropped."""
    bare = _FLAT.sub("", number)
    match = _ENTRANCE.search(bare)
    if match:
        return bare[: match.start()], entrance or match[1]
    inner = _ENTRANCE.fullmatch(f" {entrance}")
    return bare, inner[1] if inner else entrance


def number_key(number: str) -> str:
    """Return ``12a`` for ``12A``, ``12 A`` and ``12 a``; ``12-14`` for ``12 - 14``."""
    return re.sub(r"\s", "", folded(number).translate(_DASHES)).strip(".,")


def covered_numbers(key: str) -> tuple[str, ...]:
    """Return the single numbers that a range or list like ``12-14``, ``12a-c``, ``3;5`` covers.

    A range runs over one side of the street: every second number. Nothing for a single number.
    """
    parts = re.split(r"[;,/+&]", key)
    if len(parts) > 1:
        return tuple(number for part in parts for number in (part, *covered_numbers(part)) if part)
    match = _RANGE.fullmatch(key)
    if match is None:
        return ()
    first, letter, last, last_letter = match.groups()
    if letter and last_letter and last in ("", first):
        return tuple(f"{first}{chr(sign)}" for sign in range(ord(letter), ord(last_letter) + 1))
    if not last or not 0 <= int(last) - int(first) <= _MAX_RANGE:
        return ()
    inner = range(int(first) + 2, int(last), 2)
    return (first + letter, *map(str, inner), last + last_letter)


def number_value(key: str) -> int | None:
    """Return the leading integer of a number key, if it has one."""
    match = _HOUSE.match(key)
    return int(match[0]) if match else None


def postcode_key(postcode: str) -> str:
    """Return the digits of a postcode: ``114 29``, ``11429`` and ``SE-114 29`` are one."""
    return "".join(sign for sign in postcode if sign.isdigit())
