"""The repository of plan versions."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import datetime
from types import MappingProxyType

from sqlalchemy import Connection, select

from planner.model.plan import Plan
from planner.store.documents import digest_of, text_of, undamaged
from planner.store.errors import StoreError, StoreFault
from planner.store.tables import figures, plans


@dataclass(frozen=True, slots=True)
class StoredPlan:
    """One line of the list of plans: which case, when, at what cost."""

    number: int
    id: str
    case_digest: str
    parent: str | None
    status: str
    created: datetime
    cost: int


class Plans:
    """Plan versions by identifier, within one transaction; there is no way to change one."""

    def __init__(self, connection: Connection) -> None:
        """Work on ``connection``, whose transaction somebody else ends."""
        self._connection = connection

    def add(self, plan: Plan, case_digest: str, values: Mapping[str, float]) -> None:
        """Store ``plan``, made from the case under ``case_digest``, with its key figures.

        Raises ``StoreError``: ``plan_exists`` when its identifier is taken, ``plan_unknown``
        when its parent is not in the store.
        """
        if self._row(plan.id) is not None:
            raise StoreError(StoreFault.PLAN_EXISTS, plan.id)
        if plan.parent is not None and self._row(plan.parent) is None:
            raise StoreError(StoreFault.PLAN_UNKNOWN, plan.parent)
        self._connection.execute(plans.insert().values(_row_of(plan, case_digest)))
        if values:
            rows = [{"plan": plan.id, "name": n, "value": v} for n, v in sorted(values.items())]
            self._connection.execute(figures.insert(), rows)

    def has(self, plan: Plan) -> bool:
        """Tell whether ``plan`` is stored; the moment it was made at does not matter."""
        if self._row(plan.id) is None:
            return False
        return self.get(plan.id).model_copy(update={"created": plan.created}) == plan

    def get(self, plan: str) -> Plan:
        """Return the plan with the identifier ``plan``.

        Raises ``StoreError``: ``plan_unknown``, or ``document_damaged`` when the document no
        longer has the digest it was stored with.
        """
        row = self._row(plan)
        if row is None:
            raise StoreError(StoreFault.PLAN_UNKNOWN, plan)
        return Plan.model_validate_json(undamaged(*row, plan))

    def case_of(self, plan: str) -> str:
        """Return the digest of the case that ``plan`` was made from; raises as ``get``."""
        query = select(plans.c.case_digest).where(plans.c.id == plan)
        digest = self._connection.execute(query).scalar()
        if digest is None:
            raise StoreError(StoreFault.PLAN_UNKNOWN, plan)
        return str(digest)

    def figures(self, plan: str) -> Mapping[str, float]:
        """Return the key figures of ``plan`` by name; empty when it has none."""
        query = select(figures.c.name, figures.c.value).where(figures.c.plan == plan)
        rows = self._connection.execute(query)
        return MappingProxyType({row.name: row.value for row in rows})

    def all(self) -> tuple[StoredPlan, ...]:
        """Return every plan version, in the order they were stored."""
        columns = (plans.c[name] for name in StoredPlan.__dataclass_fields__)
        rows = self._connection.execute(select(*columns).order_by(plans.c.number))
        return tuple(StoredPlan(*row) for row in rows)

    def _row(self, plan: str) -> tuple[str, str] | None:
        query = select(plans.c.document, plans.c.digest).where(plans.c.id == plan)
        row = self._connection.execute(query).first()
        return None if row is None else (row.document, row.digest)


def _row_of(plan: Plan, case_digest: str) -> dict[str, object]:
    document = text_of(plan)
    return {
        "id": plan.id,
        "case_digest": case_digest,
        "parent": plan.parent,
        "status": plan.status.value,
        "created": plan.created,
        "seed": plan.origin.seed,
        "iterations": plan.origin.iterations,
        "threads": plan.origin.threads,
        "code_version": plan.origin.code_version,
        "matrix_hash": plan.origin.matrix_hash,
        "cost": plan.cost,
        "digest": digest_of(document),
        "document": document,
    }
