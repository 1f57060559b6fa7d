"""The best published value per instance and metric, from a set's ``best_known.csv``."""

import csv
from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path

COUNTED = ("optimal", "best-known")
"""Kinds of rows to score against; the others are means, bounds or not comparable."""


@dataclass(frozen=True)
class BestKnown:
    """The lowest counted value of one instance, whether it is proved, and the set's label."""

    value: float
    proved: bool
    label: str

    def gap(self, value: float) -> float:
        """Return how much worse ``value`` is, as a share of the best known; below 0 is better."""
        return (value - self.value) / abs(self.value)


def read_best_known(folder: Path, metric: str) -> Mapping[str, BestKnown]:
    """Return the best known value per instance; instances without a counted row are left out."""
    best: dict[str, BestKnown] = {}
    with (folder / "best_known.csv").open(encoding="utf-8", newline="") as file:
        for row in csv.DictReader(file):
            if row["metric"] != metric or row["kind"] not in COUNTED:
                continue
            found = BestKnown(float(row["objective"]), row["kind"] == "optimal", row["label"])
            known = best.get(row["instance"])
            if known is None or found.value < known.value:
                best[row["instance"]] = found
    return best
