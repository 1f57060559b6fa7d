"""Avstämning: planned, performed and granted time side by side, and what is to be explained.

U27, U28: where performed differs markedly from ordered time both parties agree on what is billed;
U44: what no motivation explains is denied. The answers stand in the month document.
"""

from collections import defaultdict
from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date

from planner.model.units import ClientId
from planner.pay.lines import Line, Source, Status
from planner.pay.model.kinds import Role, Verdict
from planner.pay.model.month import Month
from planner.pay.named import model_of
from planner.pay.reasons import Reason
from planner.pay.registry import municipalities
from planner.pay.settlement import Settlement
from planner.pay.steps.days import days_between
from planner.pay.steps.granted import granted_seconds
from planner.pay.steps.overlap import length


@dataclass(frozen=True, slots=True)
class Marks:
    """From where on performed differs markedly from granted time (U27): more than both.

    ``share`` in per cent of what is granted. The text gives no number, so a municipality may have
    settings ``marked_share`` and ``marked_seconds``.
    """

    share: int = 15
    seconds: int = 3600


@dataclass(frozen=True, slots=True)
class Compared:
    """One client's month in seconds; ``marked``: performed differs markedly from granted."""

    client: ClientId
    planned: int
    performed: int
    granted: int
    declined: int
    marked: bool

    @property
    def deviation(self) -> int:
        """Performed minus granted seconds."""
        return self.performed - self.granted


@dataclass(frozen=True, slots=True)
class Deviation:
    """A row that is to be explained: what is not surely paid, why, and the recorded answer."""

    record: str
    client: ClientId | None
    day: date
    time: int
    count: int
    status: Status
    reason: Reason
    verdict: Verdict | None
    explained: bool


@dataclass(frozen=True, slots=True)
class Reconciliation:
    """The avstämning of a month."""

    clients: tuple[Compared, ...]
    deviations: tuple[Deviation, ...]

    @property
    def unanswered(self) -> tuple[Deviation, ...]:
        """The deviations without an answer."""
        return tuple(row for row in self.deviations if row.verdict in (None, Verdict.OPEN))


def reconcile(month: Month, settlement: Settlement) -> Reconciliation:
    """Return the avstämning of ``month``, settled as ``settlement``."""
    granted = granted_seconds(month, days_between(month.first, month.last))
    planned = _sums((row.client, length(row)) for row in month.planned if row.role is Role.MAIN)
    performed = _sums((row.client, length(row)) for row in month.performed if row.role is Role.MAIN)
    declined = _sums((row.client, length(row)) for row in month.declined)
    marks = marks_of(month)
    names = sorted({*granted, *planned, *performed, *declined})
    rows = []
    for name in names:
        done, given = performed.get(name, 0), granted.get(name, 0)
        row = Compared(
            client=name,
            planned=planned.get(name, 0),
            performed=done,
            granted=given,
            declined=declined.get(name, 0),
            marked=is_marked(done, given, marks),
        )
        rows.append(row)
    return Reconciliation(tuple(rows), deviations_of(month, settlement.lines))


def marks_of(month: Month) -> Marks:
    """Return the marks of ``month``'s municipality under its settings."""
    model, _ = model_of(municipalities()[month.municipality], month.settings)
    given = getattr(model, "settings", None)
    default = Marks()
    return Marks(
        share=getattr(given, "marked_share", default.share),
        seconds=getattr(given, "marked_seconds", default.seconds),
    )


def is_marked(performed: int, granted: int, marks: Marks) -> bool:
    """Say whether ``performed`` differs markedly from ``granted`` (U27)."""
    difference = abs(performed - granted)
    return difference > marks.seconds and difference * 100 > granted * marks.share


def deviations_of(month: Month, lines: Iterable[Line]) -> tuple[Deviation, ...]:
    """Return every line that is to be explained, in the order of the settlement."""
    verdicts = {row.record: row.verdict for row in month.answers}
    explained = {row.id for row in month.performed if row.motivation}
    explained |= {row.id for row in month.alarms if row.motivation}
    wanted = (Source.PERFORMED, Source.DECLINED, Source.ALARM, Source.MEAL, Source.CARE_PLAN)
    return tuple(
        Deviation(
            record=line.record,
            client=line.client,
            day=line.day,
            time=line.time,
            count=line.count,
            status=line.status,
            reason=line.reason,
            verdict=verdicts.get(line.record),
            explained=line.record in explained,
        )
        for line in lines
        if line.source in wanted and line.status is not Status.SURE and (line.time or line.count)
    )


def _sums(rows: Iterable[tuple[ClientId, int]]) -> dict[ClientId, int]:
    """Return the sums of ``rows`` by client."""
    found: dict[ClientId, int] = defaultdict(int)
    for client, time in rows:
        found[client] += time
    return found
