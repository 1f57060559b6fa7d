"""What a compensation model is. A sixth municipality is one more file in ``planner.pay.models``."""

from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any, Protocol

from planner.model.base import Value
from planner.model.findings import Fault
from planner.model.units import Instant
from planner.pay.account import Account, Period
from planner.pay.lines import Line

if TYPE_CHECKING:
    from planner.pay.checks.subject import MonthSubject


class CompensationModel(Protocol):
    """A municipality's written rules, with their settings; see ``Municipality``."""

    def lines(self, account: Account) -> Iterable[Line]:
        """Yield the lines of one household's month, in any order.

        Times and counts only; prices are named, amounts are filled in afterwards.
        """
        ...

    def lock(self, period: Period) -> Instant | None:
        """Return the moment after which nothing of the month can be approved any more.

        ``None`` where the municipality's rules have no such moment (X6).
        """
        ...


MonthCheck = Callable[["MonthSubject"], Iterator[Fault]]
"""Looks at one topic of a month and yields its faults; a row with an error is set aside."""


@dataclass(frozen=True, slots=True)
class Price:
    """A price that the tariff must give: öre per hour, or per piece. ``rules`` say where from."""

    name: str
    hourly: bool
    rules: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Municipality:
    """A compensation model and what it needs.

    ``settings`` is its settings class, every field with a documented default; ``make`` builds the
    model from an instance of it. ``prices`` are those its lines may name. ``checks`` are faults
    that only this municipality's rules know of, beside ``planner.pay.checks``.
    """

    id: str
    name: str
    settings: type[Value]
    make: Callable[[Any], CompensationModel]
    prices: tuple[Price, ...]
    checks: tuple[MonthCheck, ...] = ()
