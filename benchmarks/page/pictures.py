"""The pictures of the page, made from recorded anytime points."""

from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from pathlib import Path
from statistics import median

from benchmarks import groupday
from benchmarks.page.figure import Curve, Picture
from benchmarks.page.fill import percent
from benchmarks.rivals import run as rivals
from benchmarks.rivals.methods import METHODS, VARIANTS
from benchmarks.sets import run as sets

MOMENTS = tuple(round(0.05 * 1.2**step, 3) for step in range(60))
"""Seconds at which the median over runs is drawn."""

Way = Sequence[tuple[float, float]]
"""(seconds, value) of better and better plans of one run."""


def median_way(ways: Iterable[Way], last: float) -> list[tuple[float, float]]:
    """Return the median over runs, from the first moment at which most have a plan."""
    found: list[tuple[float, float]] = []
    many = list(ways)
    for moment in [*(m for m in MOMENTS if m < last), last]:
        reached = [min((v for s, v in way if s <= moment), default=None) for way in many]
        values = [value for value in reached if value is not None]
        if 2 * len(values) > len(many):
            worst = [float("inf")] * (len(many) - len(values))
            middle = median([*values, *worst])
            if not found or middle < found[-1][1] or moment == last:
                found.append((moment, round(middle, 4)))
    return found


def above(value: float, base: float) -> float:
    """Return how many per cent ``value`` lies above ``base``."""
    return 100 * (value - base) / abs(base)


def mankowska(results: Path) -> Iterator[tuple[str, Picture]]:
    """Yield the picture of one published instance per family, best known value as zero."""
    points = sets.curve_in(results, "mankowska").rows()
    rows = sets.table_in(results, "mankowska").rows()
    known = {row.instance: (row.label, row.best_known) for row in rows if row.best_known}
    longest = max((point.seconds for point in points), default=0.0)
    curves: dict[str, Curve] = {}
    for family in sorted({point.family for point in points}):
        own = [p for p in points if p.family == family and p.seconds == longest]
        names = sorted({p.instance for p in own} & set(known))
        if names:
            label, base = known[names[0]]
            runs = _runs(
                (p.seed, p.after, above(p.value, base or 1)) for p in own if p.instance == names[0]
            )
            curves[family] = Curve(label, median_way(runs, longest))
    if curves:
        yield (
            "mankowska",
            Picture(
                "Best plan over time on one published instance per family",
                "Median over seeds of the gap to the best published value, in per cent, against "
                f"seconds on a logarithmic axis to {longest:g} s. " + _ends(curves.values()),
                "seconds",
                "% above best published",
                list(curves.values()),
            ),
        )


def group_day(results: Path) -> Iterator[tuple[str, Picture]]:
    """Yield the picture of the generated group-days: median case and worst case."""
    points = groupday.curves_in(results).rows()
    longest = max((point.seconds for point in points), default=0.0)
    best: dict[int, int] = {}
    for point in points:
        best[point.case] = min(point.cost, best.get(point.case, point.cost))
    runs = _runs(
        ((p.case, p.seed), p.after, above(p.cost, best[p.case]))
        for p in points
        if p.seconds == longest
    )
    if runs:
        curve = Curve(f"median of {len(runs)} runs", median_way(runs, longest))
        yield (
            "group-day",
            Picture(
                "Best plan over time on generated group-days",
                f"Median over {len(runs)} runs of the cost above the best plan found of the same "
                f"case, in per cent, against seconds to {longest:g} s. {_ends([curve])}",
                "seconds",
                "% above best found",
                [curve],
            ),
        )


def beside_peers(results: Path) -> Iterator[tuple[str, Picture]]:
    """Yield a picture per variant: the median of each method above the best plan of any."""
    points = rivals.curves_in(results).rows()
    lawful = {
        rivals.table_in(results).key(row) for row in rivals.table_in(results).rows() if row.lawful
    }
    found = [p for p in points if _key(p) in lawful]
    for name, variant in VARIANTS.items():
        own = [p for p in found if p.variant == name]
        if not own:
            continue
        longest = max(p.seconds for p in own)
        own = [p for p in own if p.seconds == longest]
        best: dict[int, int] = {}
        for p in own:
            best[p.case] = min(p.cost, best.get(p.case, p.cost))
        curves = []
        for method in METHODS:
            runs = _runs(
                ((p.case, p.seed), p.after, above(p.cost, best[p.case]))
                for p in own
                if p.method == method
            )
            way = median_way(runs, max([longest, *(s for run in runs for s, _ in run)]))
            if way:
                curves.append(Curve(METHODS[method].title, way))
        yield (
            f"peers-{name}",
            Picture(
                f"Best plan over time beside other solvers: {variant.title}",
                "Median over runs of the cost above the best plan found by any method, in per "
                f"cent, against seconds to {longest:g} s. {_ends(curves)}",
                "seconds",
                "% above best found",
                curves,
            ),
        )


def _key(point: rivals.Point) -> tuple[object, ...]:
    return point.variant, point.case, point.method, point.seed, point.seconds


def _runs(points: Iterable[tuple[object, float, float]]) -> list[Way]:
    runs: Mapping[object, list[tuple[float, float]]] = defaultdict(list)
    for run, after, value in points:
        runs[run].append((after, value))
    return list(runs.values())


def _ends(curves: Iterable[Curve]) -> str:
    ends = (f"{curve.label} {percent(curve.points[-1][1])} %" for curve in curves if curve.points)
    return f"At the end: {', '.join(ends)}."


def pictures(results: Path) -> Iterator[tuple[str, Picture]]:
    """Yield every picture whose points are recorded in ``results``, with its file's name."""
    for name, picture in (*mankowska(results), *group_day(results), *beside_peers(results)):
        yield f"{name}.svg", picture
