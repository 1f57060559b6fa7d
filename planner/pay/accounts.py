"""From a month to its accounts, one per household."""

from collections import defaultdict
from collections.abc import Iterable, Iterator, Sequence
from datetime import date, datetime
from types import MappingProxyType
from typing import Any

from planner.model.base import Value
from planner.model.units import ClientId, Instant
from planner.pay.account import Account, Period
from planner.pay.model.month import Month, MonthClient

TOPICS = (
    "orders",
    "planned",
    "performed",
    "declined",
    "alarms",
    "meals",
    "absences",
    "care_plans",
    "goals",
    "provider_changes",
    "need_changes",
    "corrections",
    "other_work",
)
"""The lists of a month that are dealt out to accounts, all with rows about a client."""

_TIMES = ("start", "called", "delivered", "ordered_for", "sent", "judged", "day", "since", "month")


def period_of(month: Month) -> Period:
    """Return the period of ``month``."""
    settled = None if month.settled is None else Instant(int(month.settled.timestamp()))
    return Period(month.first, month.last, settled, month.calendar.working_days())


def accounts_of(month: Month) -> Iterator[Account]:
    """Yield the accounts of ``month``, sorted by the first client's code.

    Rows of clients that the month does not list are in no account.
    """
    households: dict[str, list[MonthClient]] = defaultdict(list)
    for client in month.clients:
        households[f"1{client.household}" if client.household else f"0{client.id}"].append(client)
    dealt = {topic: _dealt(getattr(month, topic)) for topic in TOPICS}
    answers = {answer.record: answer for answer in sorted(month.answers, key=_when)}
    groups = [tuple(sorted(own, key=lambda row: row.id)) for own in households.values()]
    period = period_of(month)
    for clients in sorted(groups, key=lambda own: own[0].id):
        rows = {topic: _of(clients, by_client) for topic, by_client in dealt.items()}
        yield _account(period, clients, rows, answers)
    unowned = dealt["other_work"].get(None, [])
    if unowned:
        yield Account(period, (), other_work=tuple(sorted(unowned, key=_when)))


def _account(
    period: Period,
    clients: tuple[MonthClient, ...],
    rows: dict[str, tuple[Any, ...]],
    answers: dict[str, Any],
) -> Account:
    """Return the account of ``clients`` with the answers about its rows."""
    own = {row.id: answers[row.id] for topic in TOPICS for row in rows[topic] if row.id in answers}
    return Account(period, clients, **rows, answers=MappingProxyType(own))


def _dealt(rows: Iterable[Any]) -> dict[ClientId | None, list[Any]]:
    """Return ``rows`` by client."""
    found: dict[ClientId | None, list[Any]] = defaultdict(list)
    for row in rows:
        found[row.client].append(row)
    return found


def _of(clients: Sequence[MonthClient], rows: dict[ClientId | None, list[Any]]) -> tuple[Any, ...]:
    """Return the rows of ``clients``, sorted."""
    own = [row for client in clients for row in rows.get(client.id, ())]
    return tuple(sorted(own, key=_when))


def _when(row: Value) -> tuple[str, str]:
    """Return the place of ``row`` in its list: by its time, then by its id."""
    for name in _TIMES:
        value = getattr(row, name, None)
        if isinstance(value, datetime | date):
            return value.isoformat(), row.id  # type: ignore[attr-defined]
        if isinstance(value, str):
            return value, row.id  # type: ignore[attr-defined]
    return "", row.id  # type: ignore[attr-defined]
