"""The repository of month documents: what was imported of a month, each document once."""

from collections.abc import Iterator, Sequence
from datetime import datetime

from sqlalchemy import Connection, select

from planner.pay.model.month import Month
from planner.pay.settlement import MonthKey
from planner.store.documents import digest_of, undamaged
from planner.store.month_keys import is_about, key_values
from planner.store.tables import month_documents as table


class MonthDocuments:
    """Imported month documents within one transaction; none is ever changed or removed."""

    def __init__(self, connection: Connection) -> None:
        """Work on ``connection``, whose transaction somebody else ends."""
        self._connection = connection

    def add(self, key: MonthKey, month: Month, stored: datetime) -> tuple[int, bool]:
        """Store ``month``, which is about ``key``; return its number, and whether it is new.

        The same document again changes nothing.
        """
        document = month.model_dump_json(exclude_unset=True)
        digest = digest_of(document)
        known = select(table.c.number).where(table.c.digest == digest)
        number = self._connection.execute(known).scalar()
        if number is not None:
            return int(number), False
        row = {
            **key_values(key),
            "digest": digest,
            "document": document,
            "stored": stored,
        }
        inserted = self._connection.execute(table.insert().values(row))
        (number,) = inserted.inserted_primary_key or (0,)
        return int(number), True

    def of(self, key: MonthKey) -> Sequence[Month]:
        """Return the documents about ``key``, in the order in which they were imported.

        Raises ``StoreError``: ``document_damaged`` when one no longer has its digest.
        """
        query = select(table.c.document, table.c.digest).where(is_about(table, key))
        return [
            Month.model_validate_json(undamaged(row.document, row.digest, key.month))
            for row in self._connection.execute(query.order_by(table.c.number))
        ]

    def keys(self, month: str) -> Iterator[MonthKey]:
        """Yield whose documents there are about ``month``, sorted."""
        names = table.c.municipality, table.c.provider, table.c.unit
        query = select(*names).where(table.c.month == month).distinct().order_by(*names)
        for row in self._connection.execute(query):
            yield MonthKey(*row, month)
