"""Performed visits as a registration system has told of them, in imported month documents."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import date
from typing import Protocol

from planner.model.history import PastVisit
from planner.model.units import Seconds, ServiceId
from planner.model.visits import VisitKind
from planner.pay.gather.join import join
from planner.pay.model.kinds import Insats, Role
from planner.pay.model.month import Month
from planner.pay.model.visits import PerformedVisit
from planner.pay.settlement import MonthKey
from planner.pay.steps.days import day_of

PERSONAL = frozenset({Insats.PERSONAL_CARE, Insats.SHOWER})
"""What is personal care where the order does not say more."""

LONGEST = 12 * 3600
"""No visit is longer, in seconds: a registration that was left open is cut there."""


class MonthStore(Protocol):
    """Keeps imported month documents."""

    def month_keys(self, month: str) -> tuple[MonthKey, ...]:
        """Return whose documents there are about ``month``, as ``2026-03``."""
        ...

    def month_documents(self, key: MonthKey) -> Sequence[Month]:
        """Return the documents that were imported about ``key``."""
        ...


@dataclass(frozen=True)
class FromMonths:
    """The performed visits of imported months; a ``PerformedVisits``.

    Rows that documents disagree about count as the settlement has them: the one written last.
    """

    store: MonthStore

    def performed(self, municipality: str, first: date, last: date) -> tuple[PastVisit, ...]:
        """Return every performed visit that started from ``first`` to ``last``, Swedish days."""
        months = sorted({day.strftime("%Y-%m") for day in (first, last)})
        keys = [key for month in months for key in self.store.month_keys(month)]
        return tuple(
            row
            for key in keys
            if _plain(key.municipality) == _plain(municipality)
            for row in _rows(join(key, self.store.month_documents(key)).month, first, last)
        )


def _rows(month: Month, first: date, last: date) -> Iterator[PastVisit]:
    kinds = {part.id: part.kind for order in month.orders for part in order.services}
    for visit in month.performed:
        if first <= day_of(visit.start) <= last and visit.end > visit.start:
            for client in (visit.client, *visit.joint):
                yield PastVisit(
                    client=client,
                    caregiver=visit.caregiver,
                    start=visit.start,
                    duration=_length(visit),
                    seat=1 if visit.role is Role.MAIN else 2,
                    kind=_kind(visit, kinds),
                    personal_care=any(kinds.get(one) in PERSONAL for one in visit.services),
                    guest=client != visit.client,
                )


def _length(visit: PerformedVisit) -> Seconds:
    return Seconds(min(LONGEST, max(1, int((visit.end - visit.start).total_seconds()))))


def _kind(visit: PerformedVisit, kinds: dict[ServiceId, Insats]) -> VisitKind:
    """Return what sort of visit it was; calls are no meetings, elsewhere is one."""
    known = {kinds.get(one) for one in visit.services}
    if known == {Insats.PHONE_VISIT}:
        return VisitKind.PHONE
    return VisitKind.ELSEWHERE if visit.outside_home else VisitKind.HOME


def _plain(name: str) -> str:
    """Return ``name`` as month documents and cases may both write it."""
    return "".join(letter for letter in name.casefold() if letter.isalnum())
