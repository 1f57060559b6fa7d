"""Results of the night's tasks, guarded against change."""

import sqlalchemy as sa
from alembic import op

revision = "0002"
down_revision = "0001"
branch_labels = None
depends_on = None

_GUARD = """
CREATE TRIGGER night_results_no_{event} BEFORE {event} ON night_results
BEGIN SELECT RAISE(ABORT, 'night_results is append-only'); END
"""


def upgrade() -> None:
    """Make the table and its guards."""
    op.create_table(
        "night_results",
        sa.Column("task", sa.String(64), nullable=False),
        sa.Column("unit", sa.String(200), nullable=False),
        sa.Column("digest", sa.String(64), nullable=False),
        sa.Column("document", sa.Text, nullable=False),
        sa.Column("stored", sa.DateTime(timezone=True), nullable=False),
        sa.PrimaryKeyConstraint("task", name="pk_night_results"),
    )
    for event in ("UPDATE", "DELETE"):
        op.execute(_GUARD.format(event=event))
