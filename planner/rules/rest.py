"""Rest: time for sleep between the shifts of two days, and a day and a half free in seven."""

from collections import defaultdict
from collections.abc import Iterable, Iterator, Sequence
from datetime import timedelta
from itertools import pairwise

from planner.calendar.agreements import agreements_of
from planner.calendar.clock import day_start
from planner.calendar.errands import days_of
from planner.calendar.turns import is_away, turn_of
from planner.model.agreements import Agreement
from planner.model.findings import Finding, Level
from planner.model.instance import Instance
from planner.model.plan import Plan
from planner.model.staff import Shift
from planner.model.units import CaregiverId
from planner.model.visits import Span, Turn
from planner.rules.ids import RuleId
from planner.rules.saying import fault
from planner.rules.terms import Term

Worked = Sequence[tuple[Shift, Turn]]
"""The shifts of one caregiver, in order."""


class Rest:
    """Between the shifts of two days lies the rest of the agreement, in seven days 36 hours.

    Counted are the rounds of the plan, and the roster's shifts before and after the horizon. The
    input checks refuse a roster that would break it, so there is no term.
    """

    id = RuleId.REST
    level = Level.LAW
    name_sv = "Dygnsvila och veckovila"
    name_en = "Daily and weekly rest"
    sources = ("ATL 1982:673 13-14 §", "AB § 13")

    def terms(self, instance: Instance) -> Iterable[Term]:
        """Need no term: the roster is checked before anything is planned."""
        del instance
        return ()

    def check(self, instance: Instance, plan: Plan) -> Iterable[Finding]:
        """Yield a fault for each rest that is too short."""
        agreements = agreements_of(instance.case)
        for caregiver, worked in _worked(instance, plan).items():
            agreement = agreements.get(caregiver, Agreement(id="-"))
            yield from self._daily(worked, agreement)
            yield from self._weekly(instance, caregiver, worked, agreement)

    def _daily(self, worked: Worked, agreement: Agreement) -> Iterator[Finding]:
        for (before, first), (after, second) in pairwise(worked):
            rest = second.start - first.end
            if before.day != after.day and rest < agreement.least_rest:
                yield fault(
                    self.id,
                    "daily",
                    caregiver=after.caregiver,
                    shift=after.id,
                    before=before.id,
                    seconds=rest,
                    limit=agreement.least_rest,
                )

    def _weekly(
        self, instance: Instance, caregiver: CaregiverId, worked: Worked, agreement: Agreement
    ) -> Iterator[Finding]:
        days = days_of(instance.case.horizon)
        for first, last in zip(days, days[6:], strict=False):
            week = Span(day_start(first), day_start(last + timedelta(days=1)))
            rest = _longest_rest([turn for _, turn in worked], week)
            if rest < agreement.weekly_rest:
                limit = agreement.weekly_rest
                yield fault(
                    self.id, "weekly", caregiver=caregiver, day=first, seconds=rest, limit=limit
                )
                return


def _worked(instance: Instance, plan: Plan) -> dict[CaregiverId, list[tuple[Shift, Turn]]]:
    """Return who works when: the rounds of the plan, and the roster outside the horizon."""
    days = set(days_of(instance.case.horizon))
    rounds = {round_.shift for round_ in plan.rounds}
    away = defaultdict(list)
    for absence in instance.case.staff_absences:
        away[absence.caregiver].append(absence)
    found: dict[CaregiverId, list[tuple[Shift, Turn]]] = defaultdict(list)
    for shift in instance.case.shifts:
        turn = turn_of(shift)
        if shift.id in rounds if shift.day in days else not is_away(turn, away[shift.caregiver]):
            found[shift.caregiver].append((shift, turn))
    for rows in found.values():
        rows.sort(key=lambda row: (row[1].start, row[1].end))
    return found


def _longest_rest(turns: Sequence[Turn], week: Span) -> int:
    longest, free_from = 0, int(week.earliest)
    for turn in turns:
        if turn.end > week.earliest and turn.start < week.latest:
            longest = max(longest, turn.start - free_from)
            free_from = max(free_from, turn.end)
    return max(longest, week.latest - free_from)
