"""The repository of cases."""

from datetime import datetime

from sqlalchemy import Connection, select

from planner.districts.select import PART
from planner.model.case import Case
from planner.store.documents import digest_of, text_of, undamaged
from planner.store.errors import StoreError, StoreFault
from planner.store.tables import cases


class Cases:
    """Cases by the digest of their document, within one transaction."""

    def __init__(self, connection: Connection) -> None:
        """Work on ``connection``, whose transaction somebody else ends."""
        self._connection = connection

    def add(self, case: Case, stored: datetime) -> str:
        """Store ``case`` unless it is there already, and return its digest."""
        document = text_of(case)
        digest = digest_of(document)
        known = select(cases.c.digest).where(cases.c.digest == digest)
        if self._connection.execute(known).first() is None:
            row = {
                "digest": digest,
                "case_id": case.id,
                "municipality": case.municipality,
                "first": case.horizon.first,
                "days": case.horizon.days,
                "document": document,
                "stored": stored,
            }
            self._connection.execute(cases.insert().values(row))
        return digest

    def get(self, digest: str) -> Case:
        """Return the case stored under ``digest``.

        Raises ``StoreError``: ``case_unknown``, or ``document_damaged`` when the document no
        longer has the digest it was stored under.
        """
        query = select(cases.c.document).where(cases.c.digest == digest)
        document = self._connection.execute(query).scalar()
        if document is None:
            raise StoreError(StoreFault.CASE_UNKNOWN, digest)
        return Case.model_validate_json(undamaged(document, digest, digest))

    def latest(self, municipality: str | None) -> Case | None:
        """Return the whole municipality's case that was stored last, of ``municipality`` if given.

        Cases of parts, which the night makes, do not count. Raises ``StoreError`` when the
        document is damaged.
        """
        query = select(cases.c.digest).where(~cases.c.case_id.contains(PART))
        if municipality is not None:
            query = query.where(cases.c.municipality == municipality)
        found = self._connection.execute(query.order_by(cases.c.stored.desc()).limit(1)).scalar()
        return None if found is None else self.get(found)
