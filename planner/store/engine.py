"""A connection pool on a SQLite file that loses nothing it has acknowledged."""

from sqlalchemy import URL, Connection, Engine, create_engine, event
from sqlalchemy.engine.interfaces import DBAPIConnection
from sqlalchemy.pool import ConnectionPoolEntry

PATIENCE_SECONDS = 20.0
"""How long a writer waits for another one before the store counts as locked."""


def make_engine(url: URL, patience: float = PATIENCE_SECONDS) -> Engine:
    """Return an engine on ``url``; no file is touched before the first connection."""
    engine = create_engine(url, connect_args={"timeout": patience})
    event.listen(engine, "connect", _prepare)
    event.listen(engine, "begin", _begin)
    return engine


def _prepare(connection: DBAPIConnection, _record: ConnectionPoolEntry) -> None:
    """Take transactions out of the driver's hands and choose durability.

    With ``synchronous=FULL`` a commit is on the disk before it is acknowledged.
    """
    connection.isolation_level = None
    cursor = connection.cursor()
    for pragma in ("journal_mode=WAL", "synchronous=FULL", "foreign_keys=ON"):
        cursor.execute(f"PRAGMA {pragma}")
    cursor.close()


def _begin(connection: Connection) -> None:
    """Start as a writer at once: a reader that turns writer cannot wait for its turn."""
    connection.exec_driver_sql("BEGIN IMMEDIATE")
