"""One measured search: what it cost, how fast it was, and how the best plan came about."""

from dataclasses import dataclass
from time import monotonic, process_time

from benchmarks.measuring.clock import ClockName, clock_of
from benchmarks.measuring.track import Track, thinned
from planner.ports import Budget
from solver.anneal import solve
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


def search(problem: Problem, effort: Effort, seed: int) -> Measured:
    """Solve ``problem`` once."""
    clock = clock_of(effort.clock, effort.threads)
    track = Track(clock)
    wall, cpu = monotonic(), process_time()
    solution = solve(
        problem,
        Budget(seconds=effort.seconds),
        seed=seed,
        threads=effort.threads,
        clock=clock,
        observer=track,
    )
    wall, cpu = monotonic() - wall, process_time() - cpu
    return Measured(solution, round(wall, 2), round(cpu, 2), tuple(thinned(track.points)))
