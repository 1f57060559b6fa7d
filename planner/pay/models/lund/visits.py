"""Performed visits: staff time without pay of its own, and what the client is billed for."""

from collections.abc import Iterable, Iterator

from planner.model.units import ClientId, ServiceId
from planner.pay.lines import NO_TIME, Line, Source, Status
from planner.pay.model.visits import PerformedVisit
from planner.pay.models.lund.settings import FeeBasis, LundSettings
from planner.pay.reasons import Reason
from planner.pay.steps.asks import asks_of, done_rows
from planner.pay.steps.caps import fill
from planner.pay.steps.desk import Desk


def visit_lines(desk: Desk, settings: LundSettings, standard: Iterable[Line]) -> Iterator[Line]:
    """Yield a line per performed row and client.

    By fee basis "performed" the client is billed for time in which somebody was there, within the
    schablon of the month.
    """
    room: dict[ClientId, int | None] = {}
    for line in standard:
        if line.client is not None and line.status is Status.SURE:
            room[line.client] = (room.get(line.client) or 0) + line.time
    rows = done_rows(desk)
    own = [sum(ask.time for ask in asks_of(done) if not ask.second) for done in rows]
    fits = fill([(done.client, time) for done, time in zip(rows, own, strict=True)], room)
    for done, fit in zip(rows, fits, strict=True):
        billed = fit.within if settings.fee_basis is FeeBasis.PERFORMED else NO_TIME
        yield Line(
            source=Source.PERFORMED,
            record=done.visit.id,
            client=done.client,
            day=done.day,
            status=Status.SURE,
            reason=Reason.COST_ONLY,
            rules=("L05", "L06"),
            service=_service(done.visit),
            reference=desk.reference(done.client),
            billed=billed,
            staff=done.staff,
        )


def _service(visit: PerformedVisit) -> ServiceId | None:
    """Return the first service of ``visit``."""
    return visit.services[0] if visit.services else None
