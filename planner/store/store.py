"""The store that planning saves to."""

from collections.abc import Mapping, Sequence
from contextlib import AbstractContextManager
from datetime import date, datetime
from types import MappingProxyType

from sqlalchemy import Engine

from planner.model.case import Case
from planner.model.plan import Plan
from planner.night.task import TaskResult
from planner.pay.feedback import TimeRow
from planner.pay.model.month import Month
from planner.pay.settlement import MonthKey
from planner.published.ports import PublishedPlan
from planner.score.sums import Sums
from planner.store import engine as engines
from planner.store.location import parse
from planner.store.schema import prepare
from planner.store.work import Work, unit_of_work


class PlanStore:
    """Keeps cases and plans; a ``Store``, ``PublishedPlans``, and the night's ``Results``."""

    def __init__(self, engine: Engine) -> None:
        """Use ``engine``, whose schema is up to date."""
        self._engine = engine

    def save(
        self,
        case: Case,
        plan: Plan,
        figures: Mapping[str, float],
        now: datetime,
        teams: Mapping[str, Sums] = MappingProxyType({}),
    ) -> bool:
        """Store ``plan`` with its case, key figures and sums of its teams, all or nothing.

        When this returns, the plan is on the disk. Return False when this very plan, made at
        whatever moment, was there already. Raises ``StoreError``.
        """
        with self.work() as work:
            if work.plans.has(plan):
                return False
            work.plans.add(plan, work.cases.add(case, now), figures)
            work.pasts.add_sums(plan.id, teams)
        return True

    def stored(self, plan: str) -> tuple[Plan, Case, float]:
        """Return the plan named ``plan``, its case, and how many hard faults it has.

        Raises ``StoreError``.
        """
        with self.work() as work:
            case = work.cases.get(work.plans.case_of(plan))
            return work.plans.get(plan), case, work.plans.figures(plan).get("hard_faults", 0.0)

    def published_plans(
        self, municipality: str, first: date, last: date
    ) -> tuple[PublishedPlan, ...]:
        """Return the published plans with a day from ``first`` to ``last``, the newest first."""
        with self.work() as work:
            return work.published.around(first, last, municipality)

    def publish(
        self, version: Plan, rows: tuple[TimeRow, ...], reason: str, now: datetime
    ) -> tuple[TimeRow, ...]:
        """Store ``version`` with its parent's case and figures, and hand over ``rows``.

        All or nothing. Return the rows that are new or changed. Raises ``StoreError``.
        """
        with self.work() as work:
            if not work.plans.has(version) and version.parent is not None:
                parent = version.parent
                work.plans.add(version, work.plans.case_of(parent), work.plans.figures(parent))
            return work.planned_time.add(version.id, rows, reason, now)

    def take_in(self, case: Case, now: datetime) -> str:
        """Store ``case``, unless it is there already, and return its digest."""
        with self.work() as work:
            return work.cases.add(case, now)

    def result_of(self, task: str) -> TaskResult | None:
        """Return the result of the night's task with the digest ``task``, if it was done."""
        with self.work() as work:
            return work.night.get(task)

    def keep_result(self, unit: str, result: TaskResult, now: datetime) -> None:
        """Store what a task of the night has brought; when this returns, it is on the disk."""
        with self.work() as work:
            work.night.add(unit, result, now)

    def lock_month(
        self, key: MonthKey, document: str, basis: str, now: datetime
    ) -> tuple[int, bool]:
        """Store the settlement of a month for good; return its number, and whether it is new.

        ``basis`` is the month document that it was settled from. The same settlement again
        changes nothing. Raises ``StoreError``: ``month_locked`` when the month is locked with
        another one.
        """
        with self.work() as work:
            return work.settlements.add(key, document, basis, now)

    def take_in_month(self, key: MonthKey, month: Month, now: datetime) -> tuple[int, bool]:
        """Store a document about the month ``key``; return its number, and whether it is new."""
        with self.work() as work:
            return work.months.add(key, month, now)

    def month_keys(self, month: str) -> tuple[MonthKey, ...]:
        """Return whose ``month`` (``2026-03``) has documents or is locked, sorted."""
        with self.work() as work:
            locked = (key for key in work.settlements.all() if key.month == month)
            return tuple(sorted({*work.months.keys(month), *locked}))

    def month_documents(self, key: MonthKey) -> tuple[Month, ...]:
        """Return the documents that were imported about ``key``; raises ``StoreError``."""
        with self.work() as work:
            return tuple(work.months.of(key))

    def published_between(self, first: date, last: date) -> tuple[tuple[Plan, Case], ...]:
        """Return the plans published for any day from ``first`` to ``last``, with their cases.

        In the order in which they were published. Raises ``StoreError``.
        """
        with self.work() as work:
            names = [row.plan for row in reversed(work.published.around(first, last))]
            return tuple(
                (work.plans.get(name), work.cases.get(work.plans.case_of(name))) for name in names
            )

    def locked_month(self, key: MonthKey) -> tuple[str, Month] | None:
        """Return the settlement that ``key`` is locked with and what it was made from.

        ``None`` when the month is not locked. Raises ``StoreError`` when it is damaged.
        """
        with self.work() as work:
            if key not in set(work.settlements.all()):
                return None
            return work.settlements.get(key), work.settlements.basis(key)

    def publish_time(
        self, plan: str, rows: Sequence[TimeRow], reason: str, now: datetime
    ) -> tuple[TimeRow, ...]:
        """Store planned time that differs from what was last handed over; return those rows."""
        with self.work() as work:
            return work.planned_time.add(plan, rows, reason, now)

    def work(self) -> AbstractContextManager[Work]:
        """Return a unit of work: repositories that share one transaction."""
        return unit_of_work(self._engine)

    def close(self) -> None:
        """Let go of the database."""
        self._engine.dispose()


def open_store(url: str, patience: float = engines.PATIENCE_SECONDS) -> PlanStore:
    """Open the database at ``url``, made and migrated as needed.

    A writer waits ``patience`` seconds for others. Raises ``StoreError`` when the database is
    locked, read-only, damaged, foreign or of a newer program.
    """
    engine = engines.make_engine(parse(url), patience)
    try:
        prepare(engine)
    except BaseException:
        engine.dispose()
        raise
    return PlanStore(engine)
