"""Visits with more time than ordered, which must be journaled (N23)."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date

from planner.model.units import ClientId
from planner.pay.lines import Line, Source, Status
from planner.pay.model.month import Month
from planner.pay.reasons import Reason


@dataclass(frozen=True, slots=True)
class Beyond:
    """A visit with ``seconds`` more than was ordered; ``explained``: a motivation is noted."""

    visit: str
    client: ClientId | None
    day: date
    seconds: int
    status: Status
    explained: bool


def beyond_order(month: Month, lines: Iterable[Line]) -> tuple[Beyond, ...]:
    """Return the settled ``lines`` about time beyond the order, in their order."""
    explained = {visit.id for visit in month.performed if visit.motivation.strip()}
    return tuple(
        Beyond(
            line.record,
            line.client,
            line.day,
            line.time,
            line.status,
            explained=line.record in explained,
        )
        for line in lines
        if line.source is Source.PERFORMED and line.reason is Reason.MORE_THAN_ORDERED
    )
