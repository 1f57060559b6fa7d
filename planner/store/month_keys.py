"""The columns that tell which month of which unit a row is about."""

from dataclasses import asdict

from sqlalchemy import Column, ColumnElement, String, Table, and_

from planner.pay.settlement import MonthKey


def key_columns() -> tuple[Column[str], ...]:
    """Return new columns for a table whose rows are about a month: one for each part of the key."""
    lengths = {"municipality": 200, "provider": 200, "unit": 200, "month": 7}
    return tuple(Column(name, String(size), nullable=False) for name, size in lengths.items())


def key_values(key: MonthKey) -> dict[str, str]:
    """Return what a row about ``key`` holds in those columns."""
    return asdict(key)


def is_about(table: Table, key: MonthKey) -> ColumnElement[bool]:
    """Return the condition that a row of ``table`` is about ``key``."""
    return and_(*(table.c[name] == value for name, value in key_values(key).items()))
