"""The whole check: each part reads the case and the plan and says what is wrong."""

from collections.abc import Callable, Iterator

from planner.checker.activities import check_activities
from planner.checker.alarms import check_alarms
from planner.checker.attendance import check_attendance
from planner.checker.book import Book, Sheet, open_book, open_sheet
from planner.checker.boxes import check_boxes
from planner.checker.document import check_document
from planner.checker.doors import check_doors
from planner.checker.extent import check_extent
from planner.checker.gaps import check_gaps
from planner.checker.persons import check_persons
from planner.checker.pins import check_pins
from planner.checker.rests import check_rests
from planner.checker.roads import check_roads
from planner.checker.rounds import check_rounds
from planner.checker.times import check_times
from planner.checker.unplaced import check_unplaced
from planner.model.case import Case
from planner.model.findings import Finding
from planner.model.plan import Plan
from planner.model.travel import TravelMatrices

Check = Callable[[Book, Sheet], Iterator[Finding]]

_CHECKS: tuple[Check, ...] = (
    check_document,
    check_rounds,
    check_attendance,
    check_times,
    check_unplaced,
    check_persons,
    check_roads,
    check_activities,
    check_rests,
    check_gaps,
    check_doors,
    check_pins,
    check_boxes,
    check_extent,
    check_alarms,
)


def check_plan(case: Case, plan: Plan, travel: TravelMatrices) -> tuple[Finding, ...]:
    """Return everything that is wrong with ``plan`` for ``case``; nothing for a good plan.

    Findings of ``Level.LAW`` are hard faults. ``rule`` is a ``Code``, the parameters name the
    thing and its value: moments as seconds since 1970, durations in seconds, codes as they stand
    in the documents. No document that could be read makes it fail.
    """
    book, sheet = open_book(case), open_sheet(plan, travel)
    return tuple(finding for check in _CHECKS for finding in check(book, sheet))
