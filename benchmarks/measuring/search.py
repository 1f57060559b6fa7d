"""One measured search: what it cost, how fast it was, and how the best plan came about."""

from collections.abc import Sequence
from dataclasses import dataclass
from functools import partial
from time import monotonic, process_time

from benchmarks.measuring.clock import ClockName, clock_of
from benchmarks.measuring.track import Track, thinned
from planner.ports import Budget
from solver.anneal import solve
from solver.horizon.aims import Aim
from solver.horizon.steered import Steered
from solver.problem import Problem, Solution


@dataclass(frozen=True, slots=True)
class Effort:
    """What a run may spend: ``seconds`` by ``clock`` on ``threads``."""

    seconds: float
    threads: int
    clock: ClockName


@dataclass(frozen=True)
class Measured:
    """A solution, the seconds it took by both clocks, and (seconds, cost) of better plans."""

    solution: Solution
    wall: float
    cpu: float
    points: tuple[tuple[float, int], ...]

    @property
    def unplaced(self) -> int:
        """Tasks without a place."""
        return int((self.solution.start < 0).sum())

    @property
    def moves_per_second(self) -> int:
        """Moves of one core in a second of processor time."""
        return round(self.solution.iterations / max(self.cpu, 1e-3))


def search(
    problem: Problem, effort: Effort, seed: int, aims: Sequence[Aim] | None = None
) -> Measured:
    """Solve ``problem`` once, towards ``aims`` where there are any."""
    clock = clock_of(effort.clock, effort.threads)
    track = Track(clock)
    plain = partial(solve, threads=effort.threads, clock=clock)
    wall, cpu = monotonic(), process_time()
    solution = (Steered(aims, plain) if aims else plain)(
        problem, Budget(seconds=effort.seconds), seed=seed, observer=track
    )
    wall, cpu = monotonic() - wall, process_time() - cpu
    return Measured(solution, round(wall, 2), round(cpu, 2), tuple(thinned(track.points)))
