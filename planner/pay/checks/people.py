"""Who was where: no caregiver in two places, double staffing by two people."""

from collections import defaultdict
from collections.abc import Iterator

from planner.model.findings import Fault
from planner.pay.checks.codes import PayCode, PayHint
from planner.pay.checks.report import error, warning
from planner.pay.checks.subject import MonthSubject
from planner.pay.model.kinds import Role
from planner.pay.model.visits import PerformedVisit

_Numbered = tuple[int, PerformedVisit]


def caregivers_in_two_places(subject: MonthSubject) -> Iterator[Fault]:
    """Yield registrations that overlap an earlier one of the same caregiver.

    When the later one marks double staffing in the same home, one person has registered both
    (U70).
    """
    rows: dict[str, list[_Numbered]] = defaultdict(list)
    for number, visit in enumerate(subject.month.performed):
        if visit.start < visit.end:
            rows[visit.caregiver].append((number, visit))
    for own in rows.values():
        own.sort(key=lambda row: (row[1].start, row[1].role is Role.DOUBLE, row[1].id))
        latest: PerformedVisit | None = None
        for number, visit in own:
            if latest is not None and visit.start < latest.end:
                yield _overlap(number, visit, latest)
            elif latest is None or visit.end > latest.end:
                latest = visit


def doubles(subject: MonthSubject) -> Iterator[Fault]:
    """Yield double staffing without a colleague who registers services in the same home."""
    mains: dict[str, list[PerformedVisit]] = defaultdict(list)
    for visit in subject.month.performed:
        if visit.role is Role.MAIN:
            mains[visit.client].append(visit)
    for number, visit in enumerate(subject.month.performed):
        if visit.role is not Role.DOUBLE:
            continue
        with_it = [
            row for row in mains[visit.client] if row.start < visit.end and visit.start < row.end
        ]
        if not with_it:
            code, hint = PayCode.DOUBLE_WITHOUT_COLLEAGUE, PayHint.NAME_COLLEAGUE
            yield warning(code, ("performed", number, "role"), visit.role, hint)


def joint_visits(subject: MonthSubject) -> Iterator[Fault]:
    """Yield joint visits with clients of another household (H25)."""
    for number, visit in enumerate(subject.month.performed):
        own = subject.clients.get(visit.client)
        for position, name in enumerate(visit.joint):
            other = subject.clients.get(name)
            same = own and other and own.household and own.household == other.household
            if not same or name == visit.client:
                where = ("performed", number, "joint", position)
                code, hint = PayCode.JOINT_NOT_HOUSEHOLD, PayHint.SEPARATE_VISITS
                yield error(code, where, name, hint)


def _overlap(number: int, visit: PerformedVisit, latest: PerformedVisit) -> Fault:
    """Return the fault of ``visit``, which begins before its caregiver has ended ``latest``."""
    one = visit.client == latest.client and Role.DOUBLE in (visit.role, latest.role)
    code = PayCode.DOUBLE_BY_ONE_PERSON if one else PayCode.CAREGIVER_IN_TWO_PLACES
    hint = PayHint.NAME_COLLEAGUE if one else PayHint.CHECK_REGISTRATION
    where = ("performed", number, "caregiver")
    return error(code, where, visit.caregiver, hint, other=latest.id)
