"""The best published value per instance and metric, from a set's ``best_known.csv``."""

import csv
import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from decimal import Decimal
from pathlib import Path

COUNTED = ("optimal", "best-known")
"""Kinds of rows to score against."""

REFUSED = "not-comparable"
"""The kind of a published value that belongs to another problem: shown, never scored against."""

PRINTED = 2
"""Decimals of a printed value at least: tables drop zeros at the end."""


@dataclass(frozen=True)
class BestKnown:
    """The lowest counted value of one instance, and the set's label.

    ``kind`` is one of ``COUNTED``, or ``REFUSED`` when the set has no value to score against.
    ``precision`` is half a unit of the last printed decimal; ``routes`` is how many routes the
    published solution has, where the set says so.
    """

    value: float
    kind: str
    label: str
    precision: float = 0.0
    routes: int | None = None

    @property
    def proved(self) -> bool:
        """Whether nothing better exists."""
        return self.kind == "optimal"

    def gap(self, value: float) -> float:
        """Return how much worse ``value`` is, as a share of the best known; below 0 is better.

        A value that prints like the best known one has gap 0.
        """
        apart = value - self.value
        return 0.0 if abs(apart) <= self.precision else apart / abs(self.value)


def read_best_known(folder: Path, metric: str) -> Mapping[str, BestKnown]:
    """Return the best known value per instance; instances without any are left out."""
    rows: dict[str, list[BestKnown]] = {}
    with (folder / "best_known.csv").open(encoding="utf-8", newline="") as file:
        for row in csv.DictReader(file):
            if row["metric"] == metric and row["kind"] in {*COUNTED, REFUSED}:
                rows.setdefault(row["instance"], []).append(_known(row))
    return {instance: _lowest(found) for instance, found in rows.items()}


def _known(row: Mapping[str, str]) -> BestKnown:
    exponent = Decimal(row["objective"]).as_tuple().exponent
    decimals = max(PRINTED, -exponent if isinstance(exponent, int) else 0)
    routes = re.match(r"(\d+) vehicles", row["label"])
    return BestKnown(
        float(row["objective"]),
        row["kind"],
        row["label"],
        10.0**-decimals / 2 + 1e-9,
        int(routes[1]) if routes else None,
    )


def _lowest(rows: Sequence[BestKnown]) -> BestKnown:
    """Return the lowest counted value, told as exactly as any row tells it."""
    counted = [row for row in rows if row.kind in COUNTED]
    if not counted:
        return rows[0]
    lowest = min(counted, key=lambda row: (row.value, row.kind != "optimal"))
    same = [row for row in counted if abs(row.value - lowest.value) <= lowest.precision]
    return min(same, key=lambda row: (row.precision, row.kind != "optimal"))
