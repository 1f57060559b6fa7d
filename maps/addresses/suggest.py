"""What somebody may have meant: similar street names, nearest numbers on the street."""

from collections.abc import Iterable, Mapping, Sequence
from difflib import SequenceMatcher
from heapq import nlargest

from maps.addresses import normal
from maps.addresses.known import Known
from planner.model.places import Address

Street = Mapping[str, Sequence[Known]]
"""The entries of one street by number key."""

_LEAST_LIKENESS = 0.7
_STREETS = 3


def near_numbers(streets: Iterable[Street], asked: str, most: int = 5) -> tuple[Address, ...]:
    """Return addresses on ``streets`` with the numbers nearest to ``asked``, nearest first.

    The number itself comes first, then the same house with another letter; of two numbers as
    near, the one on the same side of the street.
    """
    value = normal.number_value(asked)
    numbers = ((number, entries[0]) for street in streets for number, entries in street.items())
    ranked = sorted(
        numbers, key=lambda pair: (pair[0] != asked, *_distance(value, pair[0]), pair[0])
    )
    return tuple(dict.fromkeys(entry.address for _, entry in ranked))[:most]


def near_streets(
    streets: Mapping[str, Street], asked: str, number: str, most: int = 5
) -> tuple[Address, ...]:
    """Return addresses on the streets whose names are most like ``asked``, most like first.

    On each street the same number where it exists, else the nearest.
    """
    keys = [normal.loose(key) for key in normal.street_keys(asked)]
    likeness = ((max(_likeness(key, name) for key in keys), name) for name in streets)
    best = nlargest(_STREETS, (pair for pair in likeness if pair[0] >= _LEAST_LIKENESS))
    wanted = normal.number_key(number)
    per_street = (near_numbers([streets[name]], wanted, most=2) for _, name in best)
    return tuple(dict.fromkeys(address for group in per_street for address in group))[:most]


def _likeness(asked: str, name: str) -> float:
    """Return how alike two street keys are, in [0, 1]; 0 as soon as that much is certain."""
    matcher = SequenceMatcher(None, normal.loose(name), asked, autojunk=False)
    if matcher.real_quick_ratio() < _LEAST_LIKENESS or matcher.quick_ratio() < _LEAST_LIKENESS:
        return 0.0
    return matcher.ratio()


def _distance(value: int | None, key: str) -> tuple[int, int]:
    """Return how far a number lies from ``value``: the difference, then 1 across the street."""
    other = normal.number_value(key)
    if value is None or other is None:
        return (0 if value is None else 1 << 30, 0)
    return (abs(other - value), (other - value) % 2)
