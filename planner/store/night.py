"""The repository of the night's results: what was done once is not done again."""

from datetime import datetime

from sqlalchemy import Connection, select

from planner.night.task import TaskResult
from planner.store.documents import digest_of, text_of, undamaged
from planner.store.tables import night_results


class NightResults:
    """Results of tasks by the task's digest, within one transaction; rows are never changed."""

    def __init__(self, connection: Connection) -> None:
        """Work on ``connection``, whose transaction somebody else ends."""
        self._connection = connection

    def add(self, unit: str, result: TaskResult, stored: datetime) -> None:
        """Store ``result`` of a task of ``unit``, unless that task has one."""
        if self._row(result.task) is not None:
            return
        document = text_of(result)
        row = {
            "task": result.task,
            "unit": unit,
            "digest": digest_of(document),
            "document": document,
            "stored": stored,
        }
        self._connection.execute(night_results.insert().values(row))

    def get(self, task: str) -> TaskResult | None:
        """Return the result of the task with the digest ``task``, if it was done.

        Raises ``StoreError`` (``document_damaged``) when the document changed on the disk.
        """
        row = self._row(task)
        if row is None:
            return None
        return TaskResult.model_validate_json(undamaged(*row, task))

    def _row(self, task: str) -> tuple[str, str] | None:
        query = select(night_results.c.document, night_results.c.digest).where(
            night_results.c.task == task
        )
        row = self._connection.execute(query).first()
        return None if row is None else (row.document, row.digest)
