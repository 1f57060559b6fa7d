"""Settlements of locked months, and planned time handed over, guarded against change."""

import sqlalchemy as sa
from alembic import op

revision = "0003"
down_revision = "0002"
branch_labels = None
depends_on = None

_GUARD = """
CREATE TRIGGER {table}_no_{event} BEFORE {event} ON {table}
BEGIN SELECT RAISE(ABORT, '{table} is append-only'); END
"""


def upgrade() -> None:
    """Make the tables and their guards."""
    _settlements()
    _handed_over()
    for table in ("settlements", "handed_over"):
        for event in ("UPDATE", "DELETE"):
            op.execute(_GUARD.format(table=table, event=event))


def _settlements() -> None:
    op.create_table(
        "settlements",
        sa.Column("number", sa.Integer, autoincrement=True, nullable=False),
        sa.Column("municipality", sa.String(200), nullable=False),
        sa.Column("provider", sa.String(200), nullable=False),
        sa.Column("unit", sa.String(200), nullable=False),
        sa.Column("month", sa.String(7), nullable=False),
        sa.Column("digest", sa.String(64), nullable=False),
        sa.Column("document", sa.Text, nullable=False),
        sa.Column("basis", sa.Text, nullable=False),
        sa.Column("locked", sa.DateTime(timezone=True), nullable=False),
        sa.PrimaryKeyConstraint("number", name="pk_settlements"),
        sa.UniqueConstraint(
            "municipality", "provider", "unit", "month", name="uq_settlements_month"
        ),
    )


def _handed_over() -> None:
    op.create_table(
        "handed_over",
        sa.Column("number", sa.Integer, autoincrement=True, nullable=False),
        sa.Column("plan", sa.String(200), nullable=False),
        sa.Column("client", sa.String(200), nullable=False),
        sa.Column("service", sa.String(200), nullable=False),
        sa.Column("day", sa.Date, nullable=False),
        sa.Column("seconds", sa.Integer, nullable=False),
        sa.Column("staff", sa.Integer, nullable=False),
        sa.Column("reason", sa.String(200), nullable=False),
        sa.Column("written", sa.DateTime(timezone=True), nullable=False),
        sa.PrimaryKeyConstraint("number", name="pk_handed_over"),
    )
    op.create_index("ix_handed_over_day", "handed_over", ["day"])
