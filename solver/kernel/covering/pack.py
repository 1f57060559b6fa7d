"""From the cover of a problem to the memory of a search."""

from dataclasses import dataclass

import numpy as np
import numpy.typing as npt

from solver.kernel.covering import layout
from solver.kernel.covering.layout import BLOCK
from solver.kernel.layout import NONE, Array, CoverMemory, Records
from solver.problem import NEVER, Cover, Problem

LANES = 64
"""Rows in a word."""

Words = npt.NDArray[np.uint64]
Blocks = npt.NDArray[np.int64]


def no_cover() -> CoverMemory:
    """Return the memory of a problem in which nothing is covered over time."""
    return CoverMemory(
        head=np.zeros(1, layout.HEAD),
        watchers=np.zeros(1, layout.WATCHER),
        seen=np.zeros(1, layout.SEEN),
        cells=np.zeros(1, layout.CELL),
        slices=np.zeros(1, layout.SLICE),
        rows=np.zeros(1, layout.ROW),
        bits=np.zeros(1, np.uint64),
        numbers=np.zeros(1, np.int32),
    )


def pack_cover(problem: Problem) -> CoverMemory:
    """Return fresh memory for the cover of ``problem``; ``recount`` must follow."""
    cover = problem.cover
    if cover is None or cover.rows == 0 or problem.shifts == 0:
        return no_cover()
    grid = grid_of(problem, cover)
    lane = lanes_of(cover, grid)
    wanted = Wanted(problem, cover, grid, lane)
    slots = slots_of(problem, cover, grid)
    parts = [wanted.asking(), wanted.answered(slots), wanted.near()]
    tables = [wanted.row_of(), cover.to_place.ravel(), cover.until.ravel()]
    head = np.zeros(1, layout.HEAD)
    head["origin"], head["blocks"] = grid.origin, grid.blocks
    head["slots"], head["words"] = max(1, slots.max() + 1), wanted.words
    head["lanes"], head["places"] = wanted.lanes, wanted.places
    head["stride"], head["deepest"] = problem.travel.shape[1] + 1, wanted.deepest
    head["answers"], head["masks"] = len(parts[0]), len(parts[0]) + len(parts[1])
    cells = np.zeros(grid.blocks * int(head["slots"][0]) * wanted.words, layout.CELL)
    cells["node"] = cells["node_before"] = NONE
    return CoverMemory(
        head=head,
        watchers=pack_watchers(problem, cover, slots),
        seen=np.zeros(problem.tasks + 2 * problem.shifts, layout.SEEN),
        cells=cells,
        slices=np.zeros(grid.blocks, layout.SLICE),
        rows=pack_rows(problem, cover, len(tables[0])),
        bits=np.concatenate(parts),
        numbers=np.concatenate(tables).astype(np.int32),
    )


@dataclass(frozen=True)
class Grid:
    """Time in blocks: ``blocks`` of them from ``origin`` on hold all rows and shifts."""

    origin: int
    blocks: int

    def first(self, moments: Array) -> Blocks:
        """Return the blocks that the moments lie in."""
        return (moments.astype(np.int64) - self.origin) // BLOCK

    def last(self, moments: Array) -> Blocks:
        """Return the blocks that hold the second before each moment."""
        return self.first(moments - 1)


def grid_of(problem: Problem, cover: Cover) -> Grid:
    """Return the blocks from the first moment that matters to the last."""
    first = min(int(cover.opens.min()), int(problem.shift_start.min()))
    last = max(int(cover.closes.max()), int(problem.shift_end.max()))
    return Grid(first, -(-(last - first) // BLOCK))


def lanes_of(cover: Cover, grid: Grid) -> Array:
    """Return (q,) the lane of each row: alike in way and limit, and never in one block."""
    lane = np.zeros(cover.rows, np.int32)
    ends: list[tuple[int, int, int]] = []
    first, last = grid.first(cover.opens), grid.last(cover.closes)
    for row in np.argsort(first, kind="stable").tolist():
        own = int(cover.way[row]), int(cover.limit[row])
        free = (n for n, end in enumerate(ends) if end[:2] == own and end[2] < first[row])
        number = next(free, len(ends))
        ends[number : number + 1] = [(*own, int(last[row]))]
        lane[row] = number
    return lane


def meeting(problem: Problem, cover: Cover) -> npt.NDArray[np.bool_]:
    """Return (q, m) whether a row and a shift last at the same time."""
    found: npt.NDArray[np.bool_] = (cover.opens[:, None] < problem.shift_end) & (
        cover.closes[:, None] > problem.shift_start
    )
    return found


def answering(problem: Problem, cover: Cover) -> npt.NDArray[np.bool_]:
    """Return (q, m) whether a shift answers a row while both last."""
    found: npt.NDArray[np.bool_] = meeting(problem, cover) & (cover.until[cover.duty] != NEVER)
    return found


def slots_of(problem: Problem, cover: Cover, grid: Grid) -> Array:
    """Return (m,) the slot of each shift, shared by shifts that meet in no block, or NONE."""
    slots = np.full(problem.shifts, NONE, np.int32)
    busy: list[int] = []
    first, last = grid.first(problem.shift_start), grid.last(problem.shift_end)
    needed = answering(problem, cover).any(axis=0) & (problem.shift_start < problem.shift_end)
    for shift in np.argsort(first, kind="stable").tolist():
        if needed[shift]:
            slot = next((n for n, end in enumerate(busy) if end < first[shift]), len(busy))
            busy[slot : slot + 1] = [int(last[shift])]
            slots[shift] = slot
    return slots


def pack_watchers(problem: Problem, cover: Cover, slots: Array) -> Records:
    """Return the records of the shifts."""
    own = np.zeros(problem.shifts, layout.WATCHER)
    own["slot"] = slots
    own["home"] = problem.mode * problem.travel.shape[1] + problem.end_location
    own["opens"], own["closes"] = problem.shift_start, problem.shift_end
    far = np.iinfo(np.int32).max
    until = np.where(answering(problem, cover), cover.until[cover.duty], far).min(axis=0)
    own["sure_until"] = np.where(until == far, far, until - cover.limit.max() + 1)
    own["right"] = NONE
    return own


def pack_rows(problem: Problem, cover: Cover, first: int) -> Records:
    """Return the records of the rows; their tables begin at number ``first``."""
    rows = np.zeros(cover.rows, layout.ROW)
    for name in ("cost", "opens", "closes", "limit"):
        rows[name] = getattr(cover, name)
    ways = cover.to_place.size // len(cover.to_place)
    rows["way"] = first + cover.way * ways
    rows["duty"] = first + cover.to_place.size + cover.duty * problem.shifts
    return rows


@dataclass(frozen=True)
class Wanted:
    """Who asks when and for whom, as words of lanes."""

    problem: Problem
    cover: Cover
    grid: Grid
    lane: Array

    @property
    def lanes(self) -> int:
        """How many lanes there are."""
        return int(self.lane.max()) + 1

    @property
    def words(self) -> int:
        """How many words hold the lanes."""
        return -(-self.lanes // LANES)

    @property
    def places(self) -> int:
        """Points by travel mode."""
        return int(np.prod(self.problem.travel.shape[:2]))

    @property
    def deepest(self) -> int:
        """After how many blocks of delay nobody is near any more, less one."""
        return int(self.cover.limit.max()) // BLOCK

    def asking(self) -> Words:
        """Return the lanes that ask at some second of each block."""
        asks = np.zeros((self.grid.blocks, self.lanes), bool)
        for row, first, last in self._spans():
            asks[first : last + 1, self.lane[row]] = True
        return self._words(asks)

    def row_of(self) -> Array:
        """Return the row of each lane in each block, 0 where it does not ask."""
        rows = np.zeros((self.grid.blocks, self.lanes), np.int32)
        for row, first, last in self._spans():
            rows[first : last + 1, self.lane[row]] = row
        return rows.ravel()

    def answered(self, slots: Array) -> Words:
        """Return the lanes of which each shift answers every row that it meets."""
        refused = meeting(self.problem, self.cover) & ~answering(self.problem, self.cover)
        found = np.zeros((self.problem.shifts, self.lanes), bool)
        found[slots >= 0] = True
        for row in range(self.cover.rows):
            found[refused[row], self.lane[row]] = False
        return self._words(found)

    def near(self) -> Words:
        """Return the lanes near each place after each delay in blocks."""
        first = np.unique(self.lane, return_index=True)[1]
        seconds = self.cover.to_place.reshape(len(self.cover.to_place), -1)[self.cover.way[first]]
        spare = self.cover.limit[first][:, None] - seconds
        return np.concatenate(
            [self._words((spare >= depth * BLOCK).T) for depth in range(self.deepest + 1)]
        )

    def _spans(self) -> list[tuple[int, int, int]]:
        first, last = self.grid.first(self.cover.opens), self.grid.last(self.cover.closes)
        return list(zip(range(self.cover.rows), first.tolist(), last.tolist(), strict=True))

    def _words(self, flags: npt.NDArray[np.bool_]) -> Words:
        """Return flags (x, lanes) as words, (x * words,)."""
        wide = np.zeros((len(flags), self.words * LANES), bool)
        wide[:, : self.lanes] = flags
        return np.packbits(wide, axis=1, bitorder="little").view("<u8").astype(np.uint64).ravel()
