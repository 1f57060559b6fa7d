"""Databases that are new, shared, newer, foreign, broken, locked or read-only."""

import sqlite3
from multiprocessing import get_context
from pathlib import Path

import pytest
from alembic.autogenerate import compare_metadata
from alembic.migration import MigrationContext

from planner.store import PlanStore, StoreError, StoreFault, default_url, open_store
from planner.store.engine import make_engine
from planner.store.location import address, parse
from planner.store.tables import APPEND_ONLY, metadata


def fault_of(url: str) -> StoreFault:
    with pytest.raises(StoreError) as caught:
        open_store(url, patience=0.1)
    return caught.value.code


def file_of(url: str) -> Path:
    database = parse(url).database
    assert database is not None
    return Path(database)


def test_the_migrations_make_the_tables_of_the_code(store: PlanStore, url: str) -> None:
    del store
    engine = make_engine(parse(url))
    with engine.connect() as connection:
        assert compare_metadata(MigrationContext.configure(connection), metadata) == []
        triggers = connection.exec_driver_sql(
            "SELECT tbl_name, count(*) FROM sqlite_master WHERE type = 'trigger' GROUP BY 1"
        ).all()
        modes = [
            connection.exec_driver_sql(f"PRAGMA {name}").scalar()
            for name in ("journal_mode", "foreign_keys", "synchronous")
        ]
    engine.dispose()
    assert dict(tuple(row) for row in triggers) == {table.name: 2 for table in APPEND_ONLY}
    assert modes == ["wal", 1, 2]


def test_the_default_lies_in_the_users_own_folder(
    monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    monkeypatch.setenv("XDG_DATA_HOME", str(tmp_path))
    assert default_url().endswith("/hemrunda/hemrunda.sqlite")


def test_a_missing_folder_is_made(tmp_path: Path) -> None:
    open_store(address(tmp_path / "new" / "folder" / "å ä%20.sqlite")).close()
    assert (tmp_path / "new" / "folder" / "å ä%20.sqlite").exists()


def test_a_newer_database_is_left_alone(store: PlanStore, url: str) -> None:
    store.close()
    with sqlite3.connect(file_of(url)) as connection:
        connection.execute("UPDATE alembic_version SET version_num = '9999'")
    connection.close()
    assert fault_of(url) is StoreFault.TOO_NEW


def test_somebody_elses_database_is_left_alone(url: str) -> None:
    with sqlite3.connect(file_of(url)) as connection:
        connection.execute("CREATE TABLE songs (title TEXT)")
    connection.close()
    assert fault_of(url) is StoreFault.FOREIGN


def test_a_file_of_junk_is_no_database(url: str) -> None:
    file_of(url).write_bytes(b"no database at all, but a letter" * 200)
    assert fault_of(url) is StoreFault.NOT_A_DATABASE


def test_a_locked_database_says_so(store: PlanStore, url: str) -> None:
    other = sqlite3.connect(file_of(url), isolation_level=None)
    other.execute("BEGIN EXCLUSIVE")
    with pytest.raises(StoreError) as caught, store.work():
        pytest.fail("the lock was not respected")
    other.close()
    assert caught.value.code is StoreFault.LOCKED


def test_a_read_only_database_says_so(store: PlanStore, url: str) -> None:
    store.close()
    assert fault_of(f"sqlite:///file:{file_of(url)}?mode=ro&uri=true") is StoreFault.READ_ONLY


@pytest.mark.parametrize(
    ("url", "fault"),
    [
        ("plans.sqlite", StoreFault.ADDRESS),
        ("postgresql://server/db", StoreFault.UNSUPPORTED),
        ("sqlite://", StoreFault.UNSUPPORTED),
        ("sqlite:///:memory:", StoreFault.UNSUPPORTED),
        ("sqlite:////dev/null/plans.sqlite", StoreFault.UNREACHABLE),
    ],
)
def test_an_address_that_does_not_fit(url: str, fault: StoreFault) -> None:
    assert fault_of(url) is fault


def test_a_password_is_not_repeated() -> None:
    with pytest.raises(StoreError) as caught:
        open_store("postgresql://me:hemlig@server/db")
    assert "hemlig" not in str(caught.value)


def _open_and_close(url: str) -> None:
    open_store(url).close()


def test_many_programs_make_the_same_new_database(url: str) -> None:
    context = get_context("spawn")
    programs = [context.Process(target=_open_and_close, args=(url,)) for _ in range(3)]
    for program in programs:
        program.start()
    for program in programs:
        program.join(600)
    assert [program.exitcode for program in programs] == [0, 0, 0]
