"""What can go wrong with a store: a code and its parameters, and the driver's errors made codes."""

from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from enum import StrEnum
from types import MappingProxyType

from sqlalchemy.exc import DBAPIError


class StoreFault(StrEnum):
    """Why a store cannot do what is asked."""

    ADDRESS = "store_address"
    UNSUPPORTED = "store_unsupported"
    UNREACHABLE = "store_unreachable"
    LOCKED = "store_locked"
    READ_ONLY = "store_read_only"
    FULL = "store_full"
    DAMAGED = "store_damaged"
    NOT_A_DATABASE = "store_not_a_database"
    FOREIGN = "store_foreign"
    TOO_NEW = "store_too_new"
    REFUSED = "store_refused"
    FAILED = "store_failed"
    CASE_UNKNOWN = "case_unknown"
    PLAN_UNKNOWN = "plan_unknown"
    PLAN_EXISTS = "plan_exists"
    MONTH_LOCKED = "month_locked"
    MONTH_UNKNOWN = "month_unknown"
    DOCUMENT_DAMAGED = "document_damaged"


_CODES: Mapping[int, StoreFault] = MappingProxyType(
    {
        3: StoreFault.READ_ONLY,  # SQLITE_PERM
        5: StoreFault.LOCKED,  # SQLITE_BUSY
        6: StoreFault.LOCKED,  # SQLITE_LOCKED
        8: StoreFault.READ_ONLY,  # SQLITE_READONLY
        11: StoreFault.DAMAGED,  # SQLITE_CORRUPT
        13: StoreFault.FULL,  # SQLITE_FULL
        14: StoreFault.UNREACHABLE,  # SQLITE_CANTOPEN
        19: StoreFault.REFUSED,  # SQLITE_CONSTRAINT, the append-only guard among them
        26: StoreFault.NOT_A_DATABASE,  # SQLITE_NOTADB
    }
)
_PRIMARY = 0xFF
"""The low byte of an extended SQLite result code is the primary one."""


class StoreError(Exception):
    """The store cannot do what is asked.

    ``code`` says why, ``value`` names the database or the
    identifier it is about; neither holds anything of a client.
    """

    def __init__(self, code: StoreFault, value: str) -> None:
        """Note the code and what it is about."""
        super().__init__(f"{code}: {value}")
        self.code = code
        self.value = value


@contextmanager
def as_store_errors(name: str) -> Iterator[None]:
    """Turn the driver's errors into ``StoreError``, about the database called ``name``.

    The driver's text is left out: it repeats the statement with its values.
    """
    try:
        yield
    except DBAPIError as error:
        result = getattr(error.orig, "sqlite_errorcode", 0) & _PRIMARY
        raise StoreError(_CODES.get(result, StoreFault.FAILED), name) from None
