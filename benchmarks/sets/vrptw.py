"""VRPTW after Solomon (1987) and Gehring & Homberger (1999): fewest routes, then distance."""

from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path

import numpy as np
import numpy.typing as npt

from benchmarks.sets.dense import neutral, with_arrays
from benchmarks.sets.routes import BrokenSolutionError, Operation, Routes
from benchmarks.sets.timing import earliest_starts
from solver.problem import Problem, Solution

SCALE = 1_000
"""Scaled seconds per unit; distances round up, so that what fits scaled fits unscaled."""

ROUTE_PRICE = 20_000_000
"""Cost of one more route: above any distance, below any unserved customer."""

TOLERANCE = 1e-6


@dataclass(frozen=True)
class Customers:
    """One instance: row 0 is the depot; columns x, y, demand, ready, due, service."""

    name: str
    vehicles: int
    capacity: int
    rows: npt.NDArray[np.float64]
    metric: str = "vehicles_then_distance"

    @property
    def family(self) -> str:
        """Instances of one size."""
        return f"{len(self.rows) - 1} customers"

    def told(self, cost: int) -> float:
        """Return the distance that ``cost`` means, the price of routes taken off."""
        return cost % ROUTE_PRICE / SCALE

    @property
    def distance(self) -> npt.NDArray[np.float64]:
        """Euclidean distances in double precision."""
        x, y = self.rows[:, 0], self.rows[:, 1]
        return np.hypot(x[:, None] - x, y[:, None] - y)

    def problem(self) -> Problem:
        """Return the dense problem: hard windows, loads, a price per route."""
        customers = self.rows[1:]
        arrays = neutral(len(customers), self.vehicles, len(self.rows))
        scaled = np.rint(SCALE * customers[:, 3:]).astype(np.int32)
        return with_arrays(
            arrays,
            location=np.arange(1, len(self.rows), dtype=np.int32),
            load=customers[:, 2].astype(np.int32),
            earliest=scaled[:, 0],
            latest=scaled[:, 1],
            duration=scaled[:, 2],
            shift_end=np.full(self.vehicles, SCALE * self.rows[0, 4], np.int32),
            capacity=np.full(self.vehicles, self.capacity, np.int32),
            travel=np.ceil(SCALE * self.distance).astype(np.int32)[None],
            round_cost=ROUTE_PRICE,
        )

    def routes(self, solution: Solution) -> Routes:
        """Return the rounds with exact, unrounded earliest starts."""
        distance, ready, service = self.distance, self.rows[1:, 3], self.rows[1:, 5]
        starts = earliest_starts(
            solution.rounds,
            [float(moment) for moment in ready],
            [float(length) for length in service],
            lambda before, after: float(distance[0 if before is None else before + 1, after + 1]),
            [],
        )
        return Routes(
            self.name,
            tuple(
                tuple(Operation(str(task + 1), starts[task]) for task in tasks)
                for tasks in solution.rounds
            ),
        )

    def value(self, routes: Routes) -> float:
        """Check every rule of the set; return the distance."""
        seen: set[int] = set()
        total = sum(self._drive(stops, seen) for stops in routes.vehicles if stops)
        if len(seen) != len(self.rows) - 1 or len(routes.vehicles) > self.vehicles:
            raise BrokenSolutionError(f"{self.name}: {len(seen)} customers served")
        return total

    def _drive(self, stops: tuple[Operation, ...], seen: set[int]) -> float:
        distance = self.distance
        node, ready, length, load = 0, 0.0, 0.0, 0.0
        for stop in stops:
            customer = int(stop.name)
            length += float(distance[node, customer])
            _, _, demand, opens, due, service = self.rows[customer]
            arrival = max(ready + float(distance[node, customer]), opens)
            if customer in seen or not arrival - TOLERANCE <= stop.start <= due + TOLERANCE:
                raise BrokenSolutionError(f"{self.name}: customer {customer} at {stop.start}")
            seen.add(customer)
            node, ready, load = customer, stop.start + service, load + demand
        late = ready + float(distance[node, 0]) > self.rows[0, 4] + TOLERANCE
        if late or load > self.capacity:
            raise BrokenSolutionError(f"{self.name}: a route is too long or carries {load}")
        return length + float(distance[node, 0])


class Vrptw:
    """The reader of the set."""

    name = "vrptw"

    def files(self, folder: Path) -> Sequence[Path]:
        """Return the instance files of ``folder``."""
        return sorted(folder.glob("*.txt"))

    def read(self, path: Path) -> Customers:
        """Read one file in Solomon's format."""
        lines = [line.split() for line in path.read_text(encoding="utf-8").splitlines()]
        numbers = [[float(w) for w in words] for words in lines if words and _is_number(words[0])]
        vehicles, capacity = numbers[0]
        return Customers(
            name=path.stem,
            vehicles=int(vehicles),
            capacity=int(capacity),
            rows=np.array(numbers[1:])[:, 1:],
        )


def _is_number(word: str) -> bool:
    return word.replace(".", "", 1).isdigit()
