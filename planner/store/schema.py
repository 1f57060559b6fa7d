"""Bring a database to the schema of this program, or say why it cannot be used."""

from alembic import command
from alembic.config import Config
from alembic.script import ScriptDirectory
from sqlalchemy import Connection, Engine, inspect, text

from planner.store.errors import StoreError, StoreFault, as_store_errors

_VERSIONS = "alembic_version"

_TOUCH = "PRAGMA user_version = 1"
"""A write that changes nothing, so that a read-only database is found before a plan is made."""


def prepare(engine: Engine) -> None:
    """Create or migrate the schema for writing, in one transaction that others wait for.

    Raises ``StoreError``: ``store_too_new`` when a newer program has migrated it,
    ``store_foreign`` when it holds tables of something else, and the database's own faults.
    """
    name = engine.url.render_as_string()
    config = Config()
    config.set_main_option("script_location", "planner.store:migrations")
    with as_store_errors(name), engine.begin() as connection:
        _refuse_unknown(connection, ScriptDirectory.from_config(config), name)
        config.attributes["connection"] = connection
        command.upgrade(config, "head")
        connection.exec_driver_sql(_TOUCH)


def _refuse_unknown(connection: Connection, scripts: ScriptDirectory, name: str) -> None:
    tables = inspect(connection).get_table_names()
    if not tables:
        return
    if _VERSIONS not in tables:
        raise StoreError(StoreFault.FOREIGN, name)
    known = {script.revision for script in scripts.walk_revisions()}
    rows = connection.execute(text("SELECT version_num FROM alembic_version"))
    if any(row.version_num not in known for row in rows):
        raise StoreError(StoreFault.TOO_NEW, name)
