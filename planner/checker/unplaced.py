"""What the plan leaves open: said once, with a reason, and truly open."""

from collections import Counter
from collections.abc import Iterator

from planner.checker.book import Book, Sheet
from planner.checker.codes import Code, fault, remark
from planner.model.findings import Finding


def check_unplaced(book: Book, sheet: Sheet) -> Iterator[Finding]:
    """Yield open visits that are placed all the same or that nobody has explained."""
    listed = Counter(row.visit for row in sheet.plan.unplaced)
    for visit, count in listed.items():
        if count > 1:
            yield fault(Code.UNPLACED_TWICE, visit=visit, count=count)
        if visit in sheet.visits:
            shifts = tuple(seen.round.shift for seen in sheet.visits[visit])
            yield fault(Code.UNPLACED_BUT_PLACED, visit=visit, shifts=shifts)
    for row in sheet.plan.unplaced:
        if not row.blocked and not row.relaxation:
            yield fault(Code.UNPLACED_WITHOUT_REASON, visit=row.visit)
        if row.visit in book.needs and row.visit not in sheet.visits:
            rules = tuple(blocked.rule for blocked in row.blocked)
            yield remark(Code.UNPLACED, visit=row.visit, rules=rules, relaxation=row.relaxation)
        for blocked in row.blocked:
            for caregiver in blocked.caregivers:
                if caregiver not in book.caregivers:
                    yield fault(Code.UNKNOWN_CAREGIVER, shift="", caregiver=caregiver)
