"""Imported documents of a month, guarded against change."""

import sqlalchemy as sa
from alembic import op

revision = "0004"
down_revision = "0003"
branch_labels = None
depends_on = None

_GUARD = """
CREATE TRIGGER month_documents_no_{event} BEFORE {event} ON month_documents
BEGIN SELECT RAISE(ABORT, 'month_documents is append-only'); END
"""


def upgrade() -> None:
    """Make the table and its guards."""
    op.create_table(
        "month_documents",
        sa.Column("number", sa.Integer, autoincrement=True, nullable=False),
        sa.Column("municipality", sa.String(200), nullable=False),
        sa.Column("provider", sa.String(200), nullable=False),
        sa.Column("unit", sa.String(200), nullable=False),
        sa.Column("month", sa.String(7), nullable=False),
        sa.Column("digest", sa.String(64), nullable=False),
        sa.Column("document", sa.Text, nullable=False),
        sa.Column("stored", sa.DateTime(timezone=True), nullable=False),
        sa.PrimaryKeyConstraint("number", name="pk_month_documents"),
        sa.UniqueConstraint("digest", name="uq_month_documents_digest"),
    )
    op.create_index("ix_month_documents_month", "month_documents", ["month"])
    for event in ("UPDATE", "DELETE"):
        op.execute(_GUARD.format(event=event))
