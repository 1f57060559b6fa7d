"""What a night's plans are worth, found anew from the plans: nothing that a worker said counts."""

from collections import Counter
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from statistics import fmean

from planner.calendar.demand import expand
from planner.checker import Code, check_plan
from planner.districts import Team, districts_of, part_of
from planner.model.findings import Level
from planner.model.instance import Instance
from planner.model.plan import Plan
from planner.ports import LimitFinder
from planner.score.continuity.against import reached
from planner.score.continuity.measure import Continuity
from planner.score.continuity.standing import of_planned_days
from planner.score.kpi import measure

BETWEEN_DAYS = frozenset({Code.REST_TOO_SHORT, Code.WEEKLY_REST_TOO_SHORT})
"""The faults that only several days together can have."""


@dataclass(frozen=True)
class Judged:
    """One plan of a district over all its days.

    ``hard`` counts the independent checker's hard faults by code. ``by_contact`` of ``counted``
    visits are done by contacts; ``possible`` is their joint optimum. ``at_aim`` of ``clients``
    reach 25 % or 85 % of their own maximum; ``over_fewest`` is the mean of different caregivers
    over the fewest possible of anybody in the district, ``over_team`` over the fewest of the
    client's own team, for so many clients. Without limits these four are ``None``.
    """

    unit: str
    visits: int
    placed: int
    hard: Mapping[str, int]
    cost: int
    uncovered: int
    unavoidable: int
    by_contact: int
    counted: int
    clients: int
    possible: int | None = None
    at_aim: float | None = None
    over_fewest: float | None = None
    over_team: float | None = None

    @property
    def faults(self) -> int:
        """All hard faults."""
        return sum(self.hard.values())

    @property
    def between_days(self) -> int:
        """Hard faults of daily and weekly rest."""
        return sum(count for code, count in self.hard.items() if code in BETWEEN_DAYS)


def judged(unit: str, instance: Instance, plan: Plan, finder: LimitFinder | None) -> Judged:
    """Judge ``plan``; ``finder`` finds what would be possible, where that is asked for."""
    findings = check_plan(instance.case, plan, instance.travel)
    hard = Counter(row.rule for row in findings if row.level is Level.LAW)
    kpis = measure(instance, plan)
    same = of_planned_days(instance, plan)
    limits = finder.find(instance) if finder else None
    against = reached(same, limits) if limits else None
    return Judged(
        unit=unit,
        visits=kpis.visits_total,
        placed=kpis.visits_placed,
        hard=dict(sorted(hard.items())),
        cost=kpis.cost,
        uncovered=kpis.alarm_uncovered,
        unavoidable=kpis.alarm_unavoidable,
        by_contact=same.total.visits_by_contact,
        counted=same.total.visits,
        clients=len(same.shares),
        possible=limits.by_contact if limits else None,
        at_aim=against.clients if against else None,
        over_fewest=against.caregivers if against else None,
        over_team=over_teams(instance, same, finder) if finder else None,
    )


def over_teams(instance: Instance, same: Continuity, finder: LimitFinder) -> float | None:
    """Return the mean over clients of different caregivers over the fewest of the own team.

    The fewest of a district asks everybody, who have clients of their own; a team is those who
    come to the client in practice. Whoever comes from another team counts as a face all the same.
    """
    fewest = {
        client: row.caregivers
        for district in districts_of(instance.case)
        for team in district.teams
        for client, row in finder.find(_part(instance, team)).clients.items()
    }
    found = [count / fewest[one] for one, count in same.faces.items() if fewest.get(one)]
    return fmean(found) if found else None


def _part(instance: Instance, team: Team) -> Instance:
    case = part_of(instance.case, team.groups, team.id)
    return Instance(case, expand(case), instance.travel)


def share(part: int, whole: int) -> float | None:
    """Return ``part`` of ``whole`` in [0, 1] to four places; ``None`` of nothing."""
    return round(part / whole, 4) if whole else None


def of_joint(rows: Iterable[Judged]) -> float | None:
    """Return the visits by contacts over the joint optimum; ``None`` where it was not asked for."""
    known = [(row.by_contact, row.possible) for row in rows if row.possible is not None]
    return share(sum(done for done, _ in known), sum(most for _, most in known))


def weighed(rows: Iterable[tuple[int, float | None]]) -> float | None:
    """Return the mean of values by their number of clients; ``None`` without any value."""
    values = [value for count, value in rows if value is not None for _ in range(count)]
    return round(fmean(values), 4) if values else None
