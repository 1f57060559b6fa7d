"""Many runs summed up: per instance over its seeds, per family over its instances."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from itertools import groupby
from math import inf
from statistics import fmean, median

from benchmarks.sets.best_known import REFUSED
from benchmarks.sets.run import LAWFUL, Row

SHORT = 4
"""Letters of a label that stands for a name; longer ones describe."""


@dataclass(frozen=True)
class Instance:
    """One instance at one effort: gaps in per cent, ``inf`` when no plan was complete."""

    set: str
    family: str
    name: str
    label: str
    kind: str
    threads: int
    clock: str
    seconds: float
    seeds: int
    incomplete: int
    best_known: float | None
    median: float
    best: float
    median_gap: float | None
    best_gap: float | None
    more_routes: int

    @property
    def compared(self) -> bool:
        """Whether there is a value to compare with."""
        return self.median_gap is not None


@dataclass(frozen=True)
class Family:
    """The instances of a family with a value to compare with, at one effort; gaps in per cent.

    ``not_worse`` and ``better`` count instances by their best seed, without a route more than the
    best known plan has.
    """

    set: str
    family: str
    threads: int
    clock: str
    seconds: float
    seeds: int
    instances: int
    mean_of_medians: float
    mean_of_bests: float
    worst_median: float
    worst_label: str
    worst_best: float
    not_worse: int
    better: int


def instances(rows: Iterable[Row]) -> list[Instance]:
    """Return one summary per instance and effort, in the order of set, effort, family, name."""

    def key(row: Row) -> tuple[object, ...]:
        return row.set, row.seconds, row.clock, row.threads, row.family, row.instance

    ordered = sorted(rows, key=key)
    return [_instance(list(group)) for _, group in groupby(ordered, key)]


def _instance(rows: Sequence[Row]) -> Instance:
    first = rows[0]
    values = [inf if row.value is None else row.value for row in rows]
    gaps = [inf if row.gap_percent is None else row.gap_percent for row in rows]
    counted = first.best_known is not None and first.kind != REFUSED
    return Instance(
        set=first.set,
        family=first.family,
        name=first.instance,
        label=short(first),
        kind=first.kind,
        threads=first.threads,
        clock=first.clock,
        seconds=first.seconds,
        seeds=len(rows),
        incomplete=sum(row.verdict != LAWFUL for row in rows),
        best_known=first.best_known,
        median=median(values),
        best=min(values),
        median_gap=median(gaps) if counted else None,
        best_gap=min(gaps) if counted else None,
        more_routes=max(
            (row.routes - row.known_routes for row in rows if row.known_routes is not None),
            default=0,
        ),
    )


def short(row: Row) -> str:
    """Return the set's own short label, or the beginning of the instance's name."""
    if 0 < len(row.label) <= SHORT:
        return row.label
    return "-".join(row.instance.removeprefix("instance_").split("-")[:2])


def families(found: Sequence[Instance]) -> list[Family]:
    """Return one summary per family and effort; instances without a comparison are left out."""

    def key(one: Instance) -> tuple[object, ...]:
        return one.set, one.seconds, one.clock, one.threads, one.family

    compared = [one for one in found if one.compared]
    return [_family(list(group)) for _, group in groupby(compared, key)]


def _family(found: Sequence[Instance]) -> Family:
    medians = [one.median_gap for one in found if one.median_gap is not None]
    bests = [one.best_gap for one in found if one.best_gap is not None]
    honest = [one.best_gap for one in found if one.best_gap is not None and one.more_routes <= 0]
    first = found[0]
    return Family(
        set=first.set,
        family=first.family,
        threads=first.threads,
        clock=first.clock,
        seconds=first.seconds,
        seeds=min(one.seeds for one in found),
        instances=len(found),
        mean_of_medians=fmean(medians),
        mean_of_bests=fmean(bests),
        worst_median=max(medians),
        worst_label=found[medians.index(max(medians))].label,
        worst_best=max(bests),
        not_worse=sum(gap <= 0 for gap in honest),
        better=sum(gap < 0 for gap in honest),
    )
