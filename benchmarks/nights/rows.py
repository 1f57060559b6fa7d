"""The tables of nights: one row a night, and one for each team that was solved alone beside it."""

from dataclasses import dataclass
from pathlib import Path

from benchmarks.measuring.table import Table


@dataclass(frozen=True)
class Row:
    """One night: planned in ``seconds`` of wall clock, of the demo ``size`` of so many groups.

    ``size`` ends in ``-hourly`` where people by the hour stand in for the absent, and in
    ``-alarms-free`` where nothing is charged for an alarm out of reach.

    ``hard_faults`` are those that the independent checker finds in the districts' plans over all
    their days; ``rest_faults`` are the ones among them between days, of daily and weekly rest.
    ``failed`` are units without a plan, ``uncovered_s`` seconds in which an alarm client is out of
    reach, added up, of which ``unavoidable_s`` are proven unavoidable (empty in older rows).
    ``worker_mb`` is the largest worker. Shares are in [0, 1]: ``of_joint`` of the joint optimum of
    visits by contacts, ``clients_at_aim`` of clients, and ``over_fewest`` different caregivers
    over the fewest possible of anybody in the district, ``over_team`` over those of the own team;
    empty where limits were not asked for. ``worst_gap`` is by how many per cent the worst of
    ``sampled`` teams costs more than alone.
    """

    size: str
    groups: int
    days: int
    workers: int
    seed: int
    team_moves: int
    district_moves: int
    visits: int
    unplaced: int
    failed: int
    hard_faults: int
    rest_faults: int
    seconds: float
    parent_mb: int
    worker_mb: int
    cost: int
    uncovered_s: int
    unavoidable_s: int | None
    contact_share: float | None
    of_joint: float | None
    clients_at_aim: float | None
    over_fewest: float | None
    over_team: float | None
    sampled: int
    worst_gap: float | None
    version: str
    date: str

    @property
    def peak_mb(self) -> int:
        """What the parent and all workers take at most."""
        return self.parent_mb + self.workers * self.worker_mb


@dataclass(frozen=True)
class Beside:
    """What one team costs in the night's plan and alone, and by how much the night is worse."""

    size: str
    days: int
    workers: int
    seed: int
    alone_s: float
    team: str
    night: int
    alone: int
    worse_percent: float


SAME = ("size", "days", "workers", "seed", "team_moves", "district_moves")
"""The columns that tell one night from another."""


def table_in(folder: Path) -> Table[Row]:
    """Return the table of nights in ``folder``."""
    return Table(folder / "municipality.csv", Row, SAME)


def teams_in(folder: Path) -> Table[Beside]:
    """Return the table of teams beside nights in ``folder``."""
    same = ("size", "days", "workers", "seed", "alone_s", "team")
    return Table(folder / "municipality-teams.csv", Beside, same)
