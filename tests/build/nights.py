"""A row of the table of nights, made up."""

from benchmarks.nights.rows import Row

NIGHT = Row(
    size="municipality",
    groups=80,
    days=14,
    workers=2,
    seed=1,
    team_moves=60_000,
    district_moves=10_000,
    visits=70_000,
    unplaced=3,
    failed=0,
    hard_faults=2,
    rest_faults=1,
    seconds=4000.0,
    parent_mb=500,
    worker_mb=300,
    cost=700_000,
    uncovered_s=600,
    unavoidable_s=0,
    contact_share=0.301,
    of_joint=0.95,
    clients_at_aim=0.971,
    over_fewest=1.204,
    over_team=1.101,
    sampled=10,
    worst_gap=0.5,
    version="1",
    date="d",
)
"""Fourteen days of a municipality."""
