"""The repository of the night's results: what was done once is not done again."""

from collections.abc import Mapping
from datetime import datetime

from sqlalchemy import Connection, ScalarSelect, select

from planner.night.task import TaskResult
from planner.store.documents import digest_of, text_of
from planner.store.errors import StoreError, StoreFault
from planner.store.tables import cases, figures, night_results, plans


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
        document, digest = row
        if digest_of(document) != digest:
            raise StoreError(StoreFault.DOCUMENT_DAMAGED, task)
        return TaskResult.model_validate_json(document)

    def _row(self, task: str) -> tuple[str, str] | None:
        query = select(night_results.c.document, night_results.c.digest).where(
            night_results.c.task == task
        )
        row = self._connection.execute(query).first()
        return None if row is None else (row.document, row.digest)


class Pasts:
    """Earlier plans of a unit: the last one, and the key figures since a moment."""

    def __init__(self, connection: Connection) -> None:
        """Work on ``connection``, whose transaction somebody else ends."""
        self._connection = connection

    def latest(self, unit: str, *, before: str) -> str | None:
        """Return the plan of the case id ``unit`` stored last before the plan ``before``."""
        query = (
            select(plans.c.id)
            .join(cases, cases.c.digest == plans.c.case_digest)
            .where(cases.c.case_id == unit, plans.c.number < _number(before))
            .order_by(plans.c.number.desc())
            .limit(1)
        )
        return self._connection.execute(query).scalar()

    def figures(
        self, unit: str, since: datetime, *, before: str
    ) -> Mapping[str, tuple[float, ...]]:
        """Return each key figure of the plans of ``unit`` made since, stored before ``before``."""
        query = (
            select(figures.c.name, figures.c.value)
            .join(plans, plans.c.id == figures.c.plan)
            .join(cases, cases.c.digest == plans.c.case_digest)
            .where(
                cases.c.case_id == unit,
                plans.c.created >= since,
                plans.c.number < _number(before),
            )
            .order_by(plans.c.number)
        )
        found: dict[str, tuple[float, ...]] = {}
        for row in self._connection.execute(query):
            found[row.name] = (*found.get(row.name, ()), row.value)
        return found


def _number(plan: str) -> ScalarSelect[int]:
    """Return the query of the place of ``plan`` in the order stored."""
    return select(plans.c.number).where(plans.c.id == plan).scalar_subquery()
