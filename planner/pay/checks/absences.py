"""Declined visits and absences that contradict what was performed."""

from collections import defaultdict
from collections.abc import Iterator
from itertools import pairwise

from planner.model.findings import Fault
from planner.pay.checks.codes import PayCode, PayHint
from planner.pay.checks.report import error, warning
from planner.pay.checks.subject import MonthSubject
from planner.pay.model.events import Absence
from planner.pay.model.kinds import Away

_Numbered = tuple[int, Absence]


def declined_visits(subject: MonthSubject) -> Iterator[Fault]:
    """Yield declined visits that were told of after they had ended, or performed all the same."""
    done = {name for visit in subject.month.performed for name in visit.planned}
    for number, row in enumerate(subject.month.declined):
        if row.declined > row.end >= row.start:
            code, hint = PayCode.DECLINED_AFTER_VISIT, PayHint.CHECK_TIMES
            yield error(code, ("declined", number, "declined"), row.declined, hint, end=row.end)
        elif row.planned in done:
            code, hint = PayCode.DECLINED_AND_PERFORMED, PayHint.KEEP_ONE_ROW
            yield error(code, ("declined", number, "planned"), row.planned, hint)


def absences(subject: MonthSubject) -> Iterator[Fault]:
    """Yield absences that end before they start, or overlap another of the same client."""
    own: dict[str, list[_Numbered]] = defaultdict(list)
    for number, row in enumerate(subject.month.absences):
        if row.end is not None and row.end < row.start:
            code, hint = PayCode.END_BEFORE_START, PayHint.CHECK_TIMES
            yield error(code, ("absences", number, "end"), row.end, hint, start=row.start)
        else:
            own[row.client].append((number, row))
    for rows in own.values():
        rows.sort(key=lambda row: (row[1].start, row[1].id))
        for (_, before), (number, row) in pairwise(rows):
            if before.end is None or row.start < before.end:
                code, hint = PayCode.ABSENCES_OVERLAP, PayHint.CHECK_TIMES
                yield warning(code, ("absences", number, "start"), row.start, hint)


def visits_during_hospital(subject: MonthSubject) -> Iterator[Fault]:
    """Warn of visits performed while the client was in hospital."""
    stays: dict[str, list[_Numbered]] = defaultdict(list)
    for number, row in enumerate(subject.month.absences):
        if row.reason is Away.HOSPITAL:
            stays[row.client].append((number, row))
    for number, visit in enumerate(subject.month.performed):
        for _, stay in stays.get(visit.client, ()):
            if stay.start < visit.end and (stay.end is None or visit.start < stay.end):
                code, hint = PayCode.VISIT_DURING_HOSPITAL, PayHint.CHECK_REGISTRATION
                yield warning(code, ("performed", number, "start"), visit.start, hint)
