"""The tables: cases by digest, plan versions with key figures, and results of the night.

Rows are written once. Triggers made by the first migration refuse every UPDATE and DELETE.
"""

from sqlalchemy import (
    BigInteger,
    Column,
    Date,
    Float,
    ForeignKey,
    Index,
    Integer,
    MetaData,
    String,
    Table,
    Text,
    UniqueConstraint,
)

from planner.store.moments import UtcMoment
from planner.store.month_keys import key_columns

metadata = MetaData(
    naming_convention={
        "pk": "pk_%(table_name)s",
        "fk": "fk_%(table_name)s_%(column_0_name)s",
        "ix": "ix_%(table_name)s_%(column_0_name)s",
    }
)

cases = Table(
    "cases",
    metadata,
    Column("digest", String(64), primary_key=True),
    Column("case_id", String(200), nullable=False),
    Column("municipality", String(200), nullable=False),
    Column("first", Date, nullable=False),
    Column("days", Integer, nullable=False),
    Column("document", Text, nullable=False),
    Column("stored", UtcMoment, nullable=False),
)
"""Every case a plan was made from, once, under the SHA-256 of its document."""

plans = Table(
    "plans",
    metadata,
    Column("number", Integer, primary_key=True, autoincrement=True),
    Column("id", String(200), nullable=False, unique=True),
    Column("case_digest", ForeignKey("cases.digest"), nullable=False),
    Column("parent", ForeignKey("plans.id"), nullable=True),
    Column("status", String(20), nullable=False),
    Column("created", UtcMoment, nullable=False),
    Column("seed", BigInteger, nullable=False),
    Column("iterations", BigInteger, nullable=False),
    Column("threads", Integer, nullable=False),
    Column("code_version", String(80), nullable=False),
    Column("matrix_hash", String(200), nullable=False),
    Column("cost", BigInteger, nullable=False),
    Column("digest", String(64), nullable=False),
    Column("document", Text, nullable=False),
    Index("ix_plans_case_digest", "case_digest"),
)
"""Plan versions in the order they were stored; ``digest`` is the SHA-256 of the document."""

figures = Table(
    "figures",
    metadata,
    Column("plan", ForeignKey("plans.id"), primary_key=True),
    Column("name", String(80), primary_key=True),
    Column("value", Float(53), nullable=False),
)
"""Key figures of a plan by name, in the units that ``planner.score.kpi`` gives them."""

night_results = Table(
    "night_results",
    metadata,
    Column("task", String(64), primary_key=True),
    Column("unit", String(200), nullable=False),
    Column("digest", String(64), nullable=False),
    Column("document", Text, nullable=False),
    Column("stored", UtcMoment, nullable=False),
)
"""What the night has done, by the digest of the task; ``digest`` is that of the document."""

settlements = Table(
    "settlements",
    metadata,
    Column("number", Integer, primary_key=True, autoincrement=True),
    *key_columns(),
    Column("digest", String(64), nullable=False),
    Column("document", Text, nullable=False),
    Column("basis", Text, nullable=False),
    Column("locked", UtcMoment, nullable=False),
    UniqueConstraint("municipality", "provider", "unit", "month", name="uq_settlements_month"),
)
"""Months that are locked, each once: the settlement, its digest, and the month it is made from."""

handed_over = Table(
    "handed_over",
    metadata,
    Column("number", Integer, primary_key=True, autoincrement=True),
    Column("plan", String(200), nullable=False),
    Column("client", String(200), nullable=False),
    Column("service", String(200), nullable=False),
    Column("day", Date, nullable=False),
    Column("seconds", Integer, nullable=False),
    Column("staff", Integer, nullable=False),
    Column("reason", String(200), nullable=False),
    Column("written", UtcMoment, nullable=False),
    Index("ix_handed_over_day", "day"),
)
"""Planned time handed over: the last row of a client, service and day counts."""

month_documents = Table(
    "month_documents",
    metadata,
    Column("number", Integer, primary_key=True, autoincrement=True),
    *key_columns(),
    Column("digest", String(64), nullable=False),
    Column("document", Text, nullable=False),
    Column("stored", UtcMoment, nullable=False),
    UniqueConstraint("digest", name="uq_month_documents_digest"),
    Index("ix_month_documents_month", "month"),
)
"""Documents of a month as they were imported, each once; together they make up the month."""

unit_sums = Table(
    "unit_sums",
    metadata,
    Column("plan", ForeignKey("plans.id"), primary_key=True),
    Column("unit", String(200), primary_key=True),
    Column("name", String(80), primary_key=True),
    Column("value", Float(53), nullable=False),
)
"""Sums of each team of a plan by name (``planner.score.sums``): key figures of any units."""

APPEND_ONLY = (
    cases,
    plans,
    figures,
    night_results,
    settlements,
    handed_over,
    month_documents,
    unit_sums,
)
"""The tables whose rows are never changed or removed."""
