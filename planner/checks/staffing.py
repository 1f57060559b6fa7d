"""Visits against the staff on duty: skills that nobody has, seats that nobody can take.

What the document itself makes impossible is an error. Too few staff on duty is a warning: a
plan is made all the same and names the visits that found no place.
"""

from collections import defaultdict
from collections.abc import Iterator, Mapping
from datetime import date

from planner.calendar.errands import days_of
from planner.checks.codes import Code, Hint
from planner.checks.fitting import Candidate, starts_for
from planner.checks.report import error, nearest, warning
from planner.checks.shape import Steps
from planner.checks.subject import Subject
from planner.model.findings import Fault
from planner.model.orders import DoublePart
from planner.model.visits import Visit


def skills(subject: Subject) -> Iterator[Fault]:
    """Yield skills and delegations that a service needs and nobody in the case has."""
    staff = subject.case.caregivers
    rows = (("skills", Code.SKILL_UNKNOWN), ("delegations", Code.DELEGATION_UNKNOWN))
    for field, code in rows:
        known = {name for caregiver in staff for name in getattr(caregiver, field)}
        for steps, _, service in subject.services():
            for number, name in enumerate(getattr(service, field)):
                if name in known:
                    continue
                where = (*steps, field, number)
                close = nearest(name, known)
                if close:
                    yield error(code, where, name, Hint.DID_YOU_MEAN, suggestion=close)
                else:
                    yield error(code, where, name, Hint.ADD_SKILL)


def days_without_shifts(subject: Subject) -> Iterator[Fault]:
    """Yield days with visits for which the roster has no shift at all."""
    rostered = {shift.day for shift in subject.case.shifts}
    visits: dict[date, int] = defaultdict(int)
    for visit in subject.demand.visits:
        visits[visit.day] += 1
    for day in sorted(visits):
        if day not in rostered:
            count = visits[day]
            yield error(
                Code.DAY_WITHOUT_SHIFTS, ("shifts",), day, Hint.ADD_SHIFT, day=day, visits=count
            )


def long_visits(subject: Subject) -> Iterator[Fault]:
    """Yield services whose visit is longer than any shift; each combination once."""
    longest = max((turn.end - turn.start for turn in subject.turns.values()), default=0)
    told = set()
    for visit in subject.demand.visits:
        if longest and visit.duration > longest and visit.services not in told:
            told.add(visit.services)
            yield error(
                Code.VISIT_LONGER_THAN_SHIFTS,
                (*subject.steps_of(visit), "duration"),
                visit.duration,
                Hint.CHECK_DURATION,
                visit=visit.id,
                limit=longest,
            )


def seats(subject: Subject) -> Iterator[Fault]:
    """Yield visits that nobody on duty may take, and double ones that only one may take.

    Left out is what follows from a fault that another check tells.
    """
    on_duty = _candidates(subject)
    staff = subject.case.caregivers
    known = {name for row in staff for name in (*row.skills, *row.delegations)}
    for visit in subject.demand.visits:
        candidates = on_duty.get(visit.day, [])
        if not candidates or not visit.skills | visit.delegations <= known:
            continue
        avoid = subject.rows.clients[visit.client].preferences.avoid
        fitting = starts_for(visit, candidates, frozenset(avoid))
        if fitting >= (2 if visit.second else 1):
            continue
        steps = subject.steps_of(visit)
        if fitting and visit.second:
            yield warning(
                Code.DOUBLE_WITH_ONE_ON_DUTY,
                (*_double_service(subject, visit), "double", "part"),
                visit.id,
                Hint.ADD_SHIFT,
                visit=visit.id,
                day=visit.day,
            )
        else:
            yield warning(
                Code.NOBODY_FITS, steps, visit.id, Hint.CHECK_ROSTER, visit=visit.id, day=visit.day
            )


def paid_time(subject: Subject) -> Iterator[Fault]:
    """Yield days whose visits take longer than everybody's paid time, travel not yet counted."""
    needed: dict[date, int] = defaultdict(int)
    paid: dict[date, int] = defaultdict(int)
    for visit in subject.demand.visits:
        second = visit.second.duration if visit.second else 0
        needed[visit.day] += visit.duration + second
    for turn in subject.demand.turns:
        paid[subject.rows.shifts[turn.shift].day] += turn.end - turn.start
    for activity in subject.demand.activities:
        paid[subject.rows.shifts[activity.shift].day] -= activity.duration
    for day in days_of(subject.case.horizon):
        if paid[day] and needed[day] > paid[day]:
            yield warning(
                Code.DEMAND_ABOVE_PAID_TIME,
                ("shifts",),
                day,
                Hint.ADD_SHIFT,
                day=day,
                needed=needed[day],
                paid=paid[day],
            )


def _candidates(subject: Subject) -> Mapping[date, list[Candidate]]:
    """Return who is on duty on each day, and when; no day with an unknown caregiver."""
    found = defaultdict(list)
    for turn in subject.demand.turns:
        shift = subject.rows.shifts[turn.shift]
        found[shift.day].append((subject.rows.caregivers.get(shift.caregiver), turn))
    return {
        day: [Candidate(caregiver, turn) for caregiver, turn in rows if caregiver]
        for day, rows in found.items()
        if all(caregiver for caregiver, _ in rows)
    }


def _double_service(subject: Subject, visit: Visit) -> Steps:
    """Return where the first double service of ``visit`` stands."""
    steps = [subject.service_steps[name] for name in visit.services]
    by_id = {errand.service.id: errand.service for errand in subject.bundles[visit.id]}
    return next(
        where
        for where, name in zip(steps, visit.services, strict=True)
        if by_id[name].double.part is not DoublePart.NONE
    )
