"""Supplements for islands without a bridge and for remote homes (N12, N13)."""

from collections.abc import Iterable, Iterator
from dataclasses import replace

from planner.pay.lines import NO_TIME, Line, Source, Status
from planner.pay.models.haninge.prices import SUPPLEMENTS
from planner.pay.models.haninge.references import HaningeDesk
from planner.pay.models.haninge.settings import SupplementPer
from planner.pay.reasons import Reason

_DONE = (Reason.PERFORMED, Reason.ACCEPTED)


def supplement_lines(desk: HaningeDesk, lines: Iterable[Line]) -> Iterator[Line]:
    """Yield the supplements of paid visits among ``lines``: a piece per visit, or per month."""
    seen: set[tuple[str, str]] = set()
    monthly = desk.settings.supplement_per is SupplementPer.MONTH
    for line in sorted(lines, key=lambda row: (row.day, row.record)):
        paid = line.source is Source.PERFORMED and line.status is Status.SURE
        if line.client is None or not paid or line.reason not in _DONE:
            continue
        key = (line.client, "" if monthly else line.record)
        if key not in seen:
            seen.add(key)
            yield from _of(desk, line)


def _of(desk: HaningeDesk, line: Line) -> Iterator[Line]:
    """Yield the supplements that the client of ``line`` has."""
    row = desk.account.client[line.client] if line.client else None
    for supplement in dict.fromkeys(row.supplements if row else ()):
        price = SUPPLEMENTS[supplement]
        yield replace(
            line,
            reason=Reason.SUPPLEMENT,
            rules=price.rules,
            time=NO_TIME,
            staff=NO_TIME,
            billed=0,
            count=1,
            price=price.name,
        )
