"""Many runs beside each other: the median cost of each method on each variant."""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from math import inf
from statistics import median

from benchmarks.rivals.methods import METHODS, OURS, VARIANTS
from benchmarks.rivals.run import Row


@dataclass(frozen=True)
class Cell:
    """A method on a variant at one budget.

    ``cost`` is the median over cases and seeds and ``gap`` the median of the gaps to ours at
    ``versus`` seconds on the same case and seed, in per cent, above zero where the method is dearer
    than ours; both ``inf`` when most runs gave no plan, where ``lawful`` says how many did.
    """

    variant: str
    method: str
    seconds: float
    versus: float
    runs: int
    lawful: int
    cost: float
    gap: float
    wall: float
    cpu: float
    unplaced: float


def cells(rows: Iterable[Row]) -> list[Cell]:
    """Return one cell per variant, method and budget."""
    found = list(rows)
    kinds = dict.fromkeys((row.variant, row.method, row.seconds) for row in found)
    order = sorted(kinds, key=lambda kind: (*_rank(kind[0], kind[1]), kind[2]))
    return [_cell(kind, found) for kind in order]


def _rank(variant: str, method: str) -> tuple[int, int]:
    return list(VARIANTS).index(variant), list(METHODS).index(method)


def _cell(kind: tuple[str, str, float], rows: Sequence[Row]) -> Cell:
    variant, method, seconds = kind
    own = [row for row in rows if (row.variant, row.method, row.seconds) == kind]
    budgets = {row.seconds for row in rows if (row.variant, row.method) == (variant, OURS)}
    early = VARIANTS[variant].early
    rival = not method.startswith(OURS)
    versus = min(budgets & set(early), default=seconds) if rival else seconds
    base: Mapping[tuple[int, int], Row] = {
        (row.case, row.seed): row
        for row in rows
        if (row.variant, row.method, row.seconds) == (variant, OURS, versus) and row.lawful
    }
    gaps = [_gap(row, base.get((row.case, row.seed))) for row in own]
    return Cell(
        variant=variant,
        method=method,
        seconds=seconds,
        versus=versus,
        runs=len(own),
        lawful=sum(row.lawful for row in own),
        cost=median(row.cost if row.lawful else inf for row in own),
        gap=median(gaps),
        wall=median(row.wall for row in own),
        cpu=median(row.cpu for row in own),
        unplaced=median(row.unplaced for row in own),
    )


def _gap(row: Row, base: Row | None) -> float:
    if base is None or not row.lawful:
        return inf
    return 100 * (row.cost - base.cost) / base.cost
