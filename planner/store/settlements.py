"""The repository of settlements: a month is locked once and never changes."""

from collections.abc import Iterator
from dataclasses import fields
from datetime import datetime

from sqlalchemy import Connection, select

from planner.pay.model.month import Month
from planner.pay.settlement import MonthKey
from planner.store.documents import digest_of, undamaged
from planner.store.errors import StoreError, StoreFault
from planner.store.month_keys import is_about, key_values
from planner.store.tables import settlements


class Settlements:
    """Locked months within one transaction; there is no way to change one."""

    def __init__(self, connection: Connection) -> None:
        """Work on ``connection``, whose transaction somebody else ends."""
        self._connection = connection

    def add(self, key: MonthKey, document: str, basis: str, locked: datetime) -> tuple[int, bool]:
        """Lock the month ``key`` with ``document``; return its number, and whether it is new.

        ``basis`` is the month document that it was settled from. Raises ``StoreError``:
        ``month_locked`` when it is locked with another document.
        """
        columns = settlements.c.number, settlements.c.digest
        known = self._connection.execute(select(*columns).where(is_about(settlements, key))).first()
        digest = digest_of(document)
        if known is not None:
            if known.digest != digest:
                raise StoreError(StoreFault.MONTH_LOCKED, key.month)
            return known.number, False
        row = {
            **key_values(key),
            "digest": digest,
            "document": document,
            "basis": basis,
            "locked": locked,
        }
        inserted = self._connection.execute(settlements.insert().values(row))
        (number,) = inserted.inserted_primary_key or (0,)
        return int(number), True

    def get(self, key: MonthKey) -> str:
        """Return the document of the month ``key``.

        Raises ``StoreError``: ``month_unknown``, or ``document_damaged`` when it no longer has
        the digest it was stored with.
        """
        columns = settlements.c.document, settlements.c.digest
        row = self._connection.execute(select(*columns).where(is_about(settlements, key))).first()
        if row is None:
            raise StoreError(StoreFault.MONTH_UNKNOWN, key.month)
        return undamaged(row.document, row.digest, key.month)

    def basis(self, key: MonthKey) -> Month:
        """Return the month that ``key`` was settled from; raises ``StoreError`` as ``get``."""
        row = self._connection.execute(
            select(settlements.c.basis).where(is_about(settlements, key))
        ).first()
        if row is None:
            raise StoreError(StoreFault.MONTH_UNKNOWN, key.month)
        return Month.model_validate_json(row.basis)

    def all(self) -> Iterator[MonthKey]:
        """Yield every locked month, in the order they were locked."""
        names = (field.name for field in fields(MonthKey))
        query = select(*(settlements.c[name] for name in names)).order_by(settlements.c.number)
        for row in self._connection.execute(query):
            yield MonthKey(*row)
