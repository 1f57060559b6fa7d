"""Bredström & Rönnqvist (2008): Swedish home care with synchronised visits, two objectives."""

import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path

import numpy as np
import numpy.typing as npt

from benchmarks.sets.dense import FAR, neutral, pair, with_arrays
from benchmarks.sets.routes import BrokenSolutionError, Operation, Routes
from solver.problem import Problem, Solution

DAY_HOURS = 9
"""The literature prints travel as 9 * minutes / T_MAX."""

BONUS_SCALE = 100_000

LONG_DURATIONS = ("case_3_50_10_5_", "case_1_80_16_8_")
"""Plans 8 and 9: published values belong to durations times 1.4, rounded down."""


@dataclass(frozen=True)
class Twins:
    """One instance under one of its two objectives; node 0 and the last are the depot."""

    name: str
    metric: str
    duration: npt.NDArray[np.int64]
    opens: npt.NDArray[np.int64]
    closes: npt.NDArray[np.int64]
    twins: tuple[tuple[int, int], ...]
    travel: npt.NDArray[np.int64]
    bonus: npt.NDArray[np.float64]
    day: int

    @property
    def visits(self) -> int:
        """Number of visits; visit ``k`` is node ``k`` and task ``k - 1``."""
        return len(self.duration)

    @property
    def staff(self) -> int:
        """Number of caregivers."""
        return int(self.bonus.shape[1])

    @property
    def family(self) -> str:
        """Instances of one size."""
        return f"{self.visits} visits"

    def told(self, cost: int) -> float:
        """Return the objective that ``cost`` means."""
        if self.metric == "travel_hours":
            return DAY_HOURS * cost / self.day
        return cost / BONUS_SCALE + self.visits * float(self.bonus.min())

    def problem(self) -> Problem:
        """Return the dense problem: minutes, cost = travel minutes or the scaled bonus."""
        arrays = neutral(self.visits, self.staff, self.visits + 2)
        for first, second in self.twins:
            pair(arrays, first - 1, second - 1, 0, 0)
        by_travel = self.metric == "travel_hours"
        shifted = np.rint(BONUS_SCALE * (self.bonus - self.bonus.min())).astype(np.int32)
        return with_arrays(
            arrays,
            location=np.arange(1, self.visits + 1, dtype=np.int32),
            duration=self.duration.astype(np.int32),
            earliest=self.opens[1:-1].astype(np.int32),
            latest=self.closes[1:-1].astype(np.int32),
            shift_end=np.full(self.staff, self.day, np.int32),
            end_location=np.full(self.staff, self.visits + 1, np.int32),
            travel=np.minimum(self.travel, FAR // 4).astype(np.int32)[None],
            travel_cost=int(by_travel),
            pair_cost=arrays["pair_cost"] if by_travel else shifted,
        )

    def routes(self, solution: Solution) -> Routes:
        """Return the rounds with the solver's own starts (all times are whole minutes)."""
        return Routes(
            self.name,
            tuple(
                tuple(Operation(str(task + 1), float(solution.start[task])) for task in tasks)
                for tasks in solution.rounds
            ),
        )

    def value(self, routes: Routes) -> float:
        """Check every rule of the set; return travel hours or the sum of preferences."""
        where: dict[int, tuple[int, float]] = {}
        minutes = sum(self._drive(v, stops, where) for v, stops in enumerate(routes.vehicles))
        if len(where) < self.visits:
            raise BrokenSolutionError(f"{self.name}: {self.visits - len(where)} visits not served")
        for first, second in self.twins:
            (one, start), (other, second_start) = where[first], where[second]
            if one == other or start != second_start:
                raise BrokenSolutionError(f"{self.name}: twins {first} and {second} not together")
        if self.metric == "travel_hours":
            return DAY_HOURS * minutes / self.day
        return float(sum(self.bonus[visit - 1, staff] for visit, (staff, _) in where.items()))

    def _drive(
        self, staff: int, stops: tuple[Operation, ...], where: dict[int, tuple[int, float]]
    ) -> int:
        node, ready, minutes = 0, 0.0, 0
        for stop in stops:
            visit = int(stop.name)
            arrival = ready + int(self.travel[node, visit])
            opens, closes = max(arrival, int(self.opens[visit])), int(self.closes[visit])
            if visit in where or not opens <= stop.start <= closes:
                raise BrokenSolutionError(f"{self.name}: visit {visit} twice or at {stop.start}")
            minutes += int(self.travel[node, visit])
            where[visit] = staff, stop.start
            node, ready = visit, stop.start + int(self.duration[visit - 1])
        back = int(self.travel[node, self.visits + 1]) if stops else 0
        if ready + back > self.day:
            raise BrokenSolutionError(f"{self.name}: caregiver {staff + 1} is back too late")
        return minutes + back


def _scalar(text: str, name: str) -> int:
    found = re.search(rf"param {name}\s*=\s*(\d+)", text)
    if found is None:
        raise ValueError(f"parameter {name} is missing")
    return int(found[1])


def _body(text: str, head: str) -> list[list[str]]:
    """Return the words of each line between the line that starts with ``head`` and its ``;``."""
    after = text.split(head, 1)[1]
    return [line.split() for line in after.split(";", 1)[0].splitlines()]


def _records(text: str, head: str, width: int) -> npt.NDArray[np.int64]:
    """Return the records of ``width`` numbers after ``head``, sorted by the first of them."""
    words = [word for line in _body(text, head) if ":=" not in line for word in line]
    records = np.array(words, dtype=np.int64).reshape(-1, width)
    return records[records[:, 0].argsort()]


def _matrix(text: str, head: str) -> Mapping[tuple[int, int], float]:
    """Return a matrix that is printed in blocks of columns."""
    cells: dict[tuple[int, int], float] = {}
    columns: list[int] = []
    for words in _body(text, head):
        if words and words[-1] == ":=":
            columns = [int(word) for word in " ".join(words[:-1]).replace(":", " ").split()]
        elif columns and words:
            row = int(words[0])
            cells |= {(row, c): float(w) for c, w in zip(columns, words[1:], strict=True)}
    return cells


def _dense(cells: Mapping[tuple[int, int], float], offset: int) -> npt.NDArray[np.float64]:
    rows, columns = np.array(list(cells)).max(axis=0) - offset + 1
    matrix = np.full((rows, columns), np.nan)
    for (row, column), value in cells.items():
        matrix[row - offset, column - offset] = value
    if np.isnan(matrix).any():
        raise ValueError("a matrix has holes")
    return matrix


class Bredstrom:
    """The reader of the set, for one of the two objectives."""

    def __init__(self, metric: str = "travel_hours") -> None:
        """Read for ``travel_hours`` or ``preference``."""
        self.name = "bredstrom" if metric == "travel_hours" else "bredstrom-preference"
        self.metric = metric

    def files(self, folder: Path) -> Sequence[Path]:
        """Return the instance files of ``folder``."""
        return sorted(folder.glob("case_*.dat"))

    def read(self, path: Path) -> Twins:
        """Read one AMPL data file."""
        text = path.read_text(encoding="utf-8")
        rows = _records(text, "param :", 3)
        duration = _records(text, "param Duration", 2)
        if path.name.startswith(LONG_DURATIONS):
            duration[:, 1] = duration[:, 1] * 14 // 10
        pairs = re.findall(r"set Visit_Demands\[(\d+)\] := (\d+)", text)
        return Twins(
            name=path.stem,
            metric=self.metric,
            duration=duration[:, 1],
            opens=rows[:, 1],
            closes=rows[:, 2],
            twins=tuple((int(a), int(b)) for a, b in pairs),
            travel=_dense(_matrix(text, "param TimeMatrix"), 0).astype(np.int64),
            bonus=_dense(_matrix(text, "param BonusMatrix"), 1),
            day=_scalar(text, "T_MAX"),
        )
