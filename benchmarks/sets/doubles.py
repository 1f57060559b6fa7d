"""The home-care problem with interdependent services (Mankowska, Meisel & Bierwirth 2014).

Minimise (travel + total lateness + largest lateness) / 3 over real numbers. Both the Mankowska
and the Italian set are read into ``DoubleServices``; its checker is written from the sets' rules
alone and shares nothing with the solver.
"""

from dataclasses import dataclass
from functools import cached_property

import numpy as np
import numpy.typing as npt

from benchmarks.sets.dense import neutral, pair, with_arrays
from benchmarks.sets.routes import BrokenSolutionError, Operation, Routes
from benchmarks.sets.timing import Link, earliest_starts
from solver.problem import Problem, Solution

SCALE = 10_000
"""Scaled seconds per unit of time: distances have six decimals, values are told to three."""

TOLERANCE = 2e-3
"""Published solutions tell their start times to three decimals."""


@dataclass(frozen=True)
class Need:
    """One operation: its name, the patient's node, the service, duration and start window."""

    name: str
    node: int
    service: int
    duration: float
    opens: float
    closes: float


@dataclass(frozen=True)
class Couple:
    """Two operations of one patient: start(second) - start(first) in [``least``, ``most``]."""

    first: int
    second: int
    least: float
    most: float


@dataclass(frozen=True)
class DoubleServices:
    """An instance: operations, couples, ``able[vehicle, service]``, distances (node 0 = depot)."""

    name: str
    needs: tuple[Need, ...]
    couples: tuple[Couple, ...]
    able: npt.NDArray[np.bool_]
    distance: npt.NDArray[np.float64]
    family: str = ""
    metric: str = "mean_of_three"

    @cached_property
    def numbers(self) -> dict[str, int]:
        """Operation numbers by name."""
        return {need.name: number for number, need in enumerate(self.needs)}

    def problem(self) -> Problem:
        """Return the dense problem; its cost is 3 x ``SCALE`` times the objective, rounded."""
        arrays = neutral(len(self.needs), len(self.able), len(self.distance))
        for couple in self.couples:
            least, most = (round(SCALE * gap) for gap in (couple.least, couple.most))
            pair(arrays, couple.first, couple.second, least, most)
        scaled = {
            "duration": [need.duration for need in self.needs],
            "earliest": [need.opens for need in self.needs],
            "soft_to": [need.closes for need in self.needs],
        }
        for field, values in scaled.items():
            arrays[field] = np.rint(SCALE * np.array(values)).astype(np.int32)
        return with_arrays(
            arrays,
            location=np.array([need.node for need in self.needs], np.int32),
            soft_cost=np.ones(len(self.needs), np.int32),
            allowed=self.able[:, [need.service for need in self.needs]].T.astype(np.uint8),
            travel=np.rint(SCALE * self.distance).astype(np.int32)[None],
            worst_cost=1,
        )

    def told(self, cost: int) -> float:
        """Return the objective that ``cost`` means."""
        return cost / (3 * SCALE)

    def routes(self, solution: Solution) -> Routes:
        """Return the rounds with exact, unrounded earliest starts."""
        links = [Link(c.first, c.second, c.least, c.most) for c in self.couples]
        starts = earliest_starts(
            solution.rounds,
            [need.opens for need in self.needs],
            [need.duration for need in self.needs],
            self._travel,
            links,
        )
        return Routes(
            self.name,
            tuple(
                tuple(Operation(self.needs[task].name, starts[task]) for task in tasks)
                for tasks in solution.rounds
            ),
        )

    def _travel(self, before: int | None, after: int) -> float:
        start = 0 if before is None else self.needs[before].node
        return float(self.distance[start, self.needs[after].node])

    def value(self, routes: Routes) -> float:
        """Check every rule of the set and return the objective."""
        starts: dict[int, float] = {}
        driver: dict[int, int] = {}
        travel = 0.0
        for vehicle, stops in enumerate(routes.vehicles):
            travel += self._drive(vehicle, stops, starts, driver)
        missing = [need.name for number, need in enumerate(self.needs) if number not in starts]
        if missing:
            raise BrokenSolutionError(f"{self.name}: operations not served: {missing[:5]}")
        for couple in self.couples:
            self._check_couple(couple, starts, driver)
        late = [max(0.0, starts[n] - need.closes) for n, need in enumerate(self.needs)]
        return (travel + sum(late) + max(late)) / 3

    def _drive(
        self,
        vehicle: int,
        stops: tuple[Operation, ...],
        starts: dict[int, float],
        driver: dict[int, int],
    ) -> float:
        """Check one route, note its starts, and return its length."""
        node, ready, length = 0, 0.0, 0.0
        for stop in stops:
            number = self.numbers[stop.name]
            need = self.needs[number]
            length += float(self.distance[node, need.node])
            arrival = ready + float(self.distance[node, need.node])
            if number in starts:
                raise BrokenSolutionError(f"{self.name}: {stop.name} is served twice")
            if not self.able[vehicle, need.service]:
                raise BrokenSolutionError(f"{self.name}: vehicle {vehicle + 1} cannot {stop.name}")
            if stop.start < max(arrival, need.opens) - TOLERANCE:
                raise BrokenSolutionError(f"{self.name}: {stop.name} starts before {arrival:.6f}")
            starts[number], driver[number] = stop.start, vehicle
            node, ready = need.node, stop.start + need.duration
        return length + float(self.distance[node, 0])

    def _check_couple(
        self, couple: Couple, starts: dict[int, float], driver: dict[int, int]
    ) -> None:
        gap = starts[couple.second] - starts[couple.first]
        name = self.needs[couple.first].name
        if not couple.least - TOLERANCE <= gap <= couple.most + TOLERANCE:
            raise BrokenSolutionError(f"{self.name}: gap {gap:.6f} at {name}")
        if driver[couple.first] == driver[couple.second]:
            raise BrokenSolutionError(f"{self.name}: one caregiver for both services at {name}")
