"""The document itself: does the plan belong to the case, are its moments in UTC."""

from collections.abc import Iterator
from datetime import datetime

from planner.checker.book import Book, Sheet
from planner.checker.codes import Code, fault
from planner.model.findings import Finding


def check_document(book: Book, sheet: Sheet) -> Iterator[Finding]:
    """Yield what is wrong with the plan as a document, whatever its rounds say."""
    if sheet.plan.case != book.case.id:
        yield fault(
            Code.CASE_MISMATCH, case=book.case.id, plan=sheet.plan.id, value=sheet.plan.case
        )
    for service in book.unreadable:
        yield fault(Code.RECURRENCE_UNREADABLE, service=service)
    yield from _moment(sheet.plan.created, {"shift": "", "stop": sheet.plan.id, "field": "created"})
    for seen in sheet.stops():
        stop = seen.stop
        for field, moment in (("arrival", stop.arrival), ("start", stop.start), ("end", stop.end)):
            yield from _moment(moment, {**seen.names, "field": field}, whole=True)


def _moment(
    moment: datetime, names: dict[str, object], *, whole: bool = False
) -> Iterator[Finding]:
    """Yield what is wrong with one moment: no zone, another zone, parts of a second."""
    offset = moment.utcoffset()
    if offset is None:
        yield fault(Code.NAIVE_TIME, **names, value=moment.isoformat())
    elif offset:
        yield fault(Code.NOT_UTC, **names, value=moment.isoformat())
    if whole and moment.microsecond:
        yield fault(Code.FRACTION_OF_SECOND, **names, value=moment.isoformat())
