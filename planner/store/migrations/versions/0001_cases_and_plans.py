"""Cases, plan versions and key figures, each guarded against change.

The tables are spelt out here and not taken from ``planner.store.tables``: a migration stays as it
was when the tables move on.
"""

import sqlalchemy as sa
from alembic import op

revision = "0001"
down_revision = None
branch_labels = None
depends_on = None

_GUARD = """
CREATE TRIGGER {table}_no_{event} BEFORE {event} ON {table}
BEGIN SELECT RAISE(ABORT, '{table} is append-only'); END
"""


def upgrade() -> None:
    """Make the tables and their guards."""
    _cases()
    _plans()
    _figures()
    for table in ("cases", "plans", "figures"):
        for event in ("UPDATE", "DELETE"):
            op.execute(_GUARD.format(table=table, event=event))


def _cases() -> None:
    op.create_table(
        "cases",
        sa.Column("digest", sa.String(64), nullable=False),
        sa.Column("case_id", sa.String(200), nullable=False),
        sa.Column("municipality", sa.String(200), nullable=False),
        sa.Column("first", sa.Date, nullable=False),
        sa.Column("days", sa.Integer, nullable=False),
        sa.Column("document", sa.Text, nullable=False),
        sa.Column("stored", sa.DateTime(timezone=True), nullable=False),
        sa.PrimaryKeyConstraint("digest", name="pk_cases"),
    )


def _plans() -> None:
    op.create_table(
        "plans",
        sa.Column("number", sa.Integer, autoincrement=True, nullable=False),
        sa.Column("id", sa.String(200), nullable=False, unique=True),
        sa.Column("case_digest", sa.String(64), nullable=False),
        sa.Column("parent", sa.String(200), nullable=True),
        sa.Column("status", sa.String(20), nullable=False),
        sa.Column("created", sa.DateTime(timezone=True), nullable=False),
        sa.Column("seed", sa.BigInteger, nullable=False),
        sa.Column("iterations", sa.BigInteger, nullable=False),
        sa.Column("threads", sa.Integer, nullable=False),
        sa.Column("code_version", sa.String(80), nullable=False),
        sa.Column("matrix_hash", sa.String(200), nullable=False),
        sa.Column("cost", sa.BigInteger, nullable=False),
        sa.Column("digest", sa.String(64), nullable=False),
        sa.Column("document", sa.Text, nullable=False),
        sa.PrimaryKeyConstraint("number", name="pk_plans"),
        sa.ForeignKeyConstraint(["case_digest"], ["cases.digest"], name="fk_plans_case_digest"),
        sa.ForeignKeyConstraint(["parent"], ["plans.id"], name="fk_plans_parent"),
    )
    op.create_index("ix_plans_case_digest", "plans", ["case_digest"])


def _figures() -> None:
    op.create_table(
        "figures",
        sa.Column("plan", sa.String(200), nullable=False),
        sa.Column("name", sa.String(80), nullable=False),
        sa.Column("value", sa.Float(53), nullable=False),
        sa.PrimaryKeyConstraint("plan", "name", name="pk_figures"),
        sa.ForeignKeyConstraint(["plan"], ["plans.id"], name="fk_figures_plan"),
    )
