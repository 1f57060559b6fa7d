"""The days before the horizon: performed visits where they are told, published ones elsewhere."""

from collections import defaultdict
from collections.abc import Iterable, Iterator, Sequence
from datetime import date, datetime, timedelta

from planner.calendar.clock import day_of, instant
from planner.model.case import Case
from planner.model.history import PastVisit
from planner.model.plan import Stop, StopKind
from planner.model.units import CaregiverId, ClientId, Seconds, VisitId
from planner.model.visits import Visit
from planner.published.days import PublishedDays, published_days
from planner.published.ports import PerformedVisits, PublishedPlans
from planner.score.continuity.encounters import DAYS


def with_past(case: Case, plans: PublishedPlans, performed: PerformedVisits) -> Case:
    """Return ``case`` with the visits of the 14 days before its horizon as its history.

    For each client and day the performed visits count where there are any, then what the case
    itself brings along, then what was published. Published visits that the case knows to have
    fallen out, or whose caregiver it knows to have been away, do not count.
    """
    days = [case.horizon.first - timedelta(days=ago) for ago in range(DAYS, 0, -1)]
    told = performed.performed(case.municipality, days[0], days[-1])
    published = tuple(_published(case, published_days(case.municipality, plans, days)))
    if not told and not published:
        return case
    history = _first_told((told, case.history, published))
    return case.model_copy(update={"history": tuple(sorted(history, key=_order))})


def _first_told(sources: Iterable[Sequence[PastVisit]]) -> Iterator[PastVisit]:
    """Yield the rows of each source for clients and days of which no earlier source tells."""
    known: set[tuple[ClientId, date]] = set()
    for rows in sources:
        fresh = [row for row in rows if (row.client, _day(row.start)) not in known]
        known |= {(row.client, _day(row.start)) for row in fresh}
        yield from fresh


def _published(case: Case, days: PublishedDays) -> Iterator[PastVisit]:
    down = {row.visit for row in case.cancellations}
    staff = _Away((row.caregiver, row.start, row.end) for row in case.staff_absences)
    clients = _Away((row.client, row.start, row.end) for row in case.client_absences)
    for round_ in days.rounds:
        for stop in round_.stops:
            if (
                stop.kind is StopKind.VISIT
                and stop.id not in down
                and not staff.at(round_.caregiver, stop.start)
            ):
                visit = days.visits[VisitId(stop.id)]
                there = (one for one in visit.clients if not clients.at(one, stop.start))
                yield from (_past(one, visit, round_.caregiver, stop) for one in there)


def _past(client: ClientId, visit: Visit, caregiver: CaregiverId, stop: Stop) -> PastVisit:
    return PastVisit(
        client=client,
        caregiver=caregiver,
        start=stop.start,
        duration=Seconds(int((stop.end - stop.start).total_seconds())),
        seat=stop.seat,
        kind=visit.kind,
        personal_care=visit.personal_care,
        guest=client != visit.client,
    )


class _Away:
    """Who is away when."""

    def __init__(self, rows: Iterable[tuple[str, datetime, datetime]]) -> None:
        self._spans: dict[str, list[tuple[datetime, datetime]]] = defaultdict(list)
        for who, start, end in rows:
            self._spans[who].append((start, end))

    def at(self, who: str, moment: datetime) -> bool:
        return any(start <= moment < end for start, end in self._spans.get(who, ()))


def _day(moment: datetime) -> date:
    return day_of(instant(moment))


def _order(row: PastVisit) -> tuple[object, ...]:
    return row.start, row.client, row.seat, row.caregiver
