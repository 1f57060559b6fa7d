"""Sums of each team of a plan, guarded against change."""

import sqlalchemy as sa
from alembic import op

revision = "0005"
down_revision = "0004"
branch_labels = None
depends_on = None

_GUARD = """
CREATE TRIGGER {table}_no_{event} BEFORE {event} ON {table}
BEGIN SELECT RAISE(ABORT, '{table} is append-only'); END
"""


def upgrade() -> None:
    """Make the table and its guards."""
    op.create_table(
        "unit_sums",
        sa.Column("plan", sa.String(200), nullable=False),
        sa.Column("unit", sa.String(200), nullable=False),
        sa.Column("name", sa.String(80), nullable=False),
        sa.Column("value", sa.Float(53), nullable=False),
        sa.ForeignKeyConstraint(["plan"], ["plans.id"], name="fk_unit_sums_plan"),
        sa.PrimaryKeyConstraint("plan", "unit", "name", name="pk_unit_sums"),
    )
    for event in ("UPDATE", "DELETE"):
        op.execute(_GUARD.format(table="unit_sums", event=event))
