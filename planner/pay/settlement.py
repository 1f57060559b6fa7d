"""The settlement of a month: lines in a fixed order, and what was wrong with the input."""

from dataclasses import dataclass
from functools import cached_property

from planner.model.findings import Fault
from planner.pay.lines import Line
from planner.pay.totals import Total, total_of


@dataclass(frozen=True, slots=True, order=True)
class MonthKey:
    """Which month of which unit a settlement is about: it is locked once."""

    municipality: str
    provider: str
    unit: str
    month: str


@dataclass(frozen=True)
class Settlement:
    """The lines of one month under one model, sorted by client, day, source and row.

    ``faults`` are those of the input; rows with an error are left out of ``lines``. ``tariff`` is
    the first day of the tariff used, ``None`` without one.
    """

    municipality: str
    provider: str
    unit: str
    month: str
    lines: tuple[Line, ...]
    faults: tuple[Fault, ...] = ()
    tariff: str | None = None

    @property
    def key(self) -> MonthKey:
        """Which month this settles."""
        return MonthKey(self.municipality, self.provider, self.unit, self.month)

    @cached_property
    def total(self) -> Total:
        """The sum of all lines."""
        return total_of(self.lines)


def order_of(line: Line) -> tuple[str, str, str, str, str, str]:
    """Return the place of ``line`` in a settlement."""
    return (
        line.client or "",
        line.day.isoformat(),
        line.source,
        line.record,
        line.status,
        line.reason,
    )
