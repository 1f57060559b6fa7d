"""Is every visit made, by as many caregivers as it takes, and nothing else."""

from collections import Counter
from collections.abc import Iterator

from planner.checker.book import Book, Seen, Sheet
from planner.checker.codes import Code, fault
from planner.checker.needs import Need
from planner.model.findings import Finding


def check_attendance(book: Book, sheet: Sheet) -> Iterator[Finding]:
    """Yield visits that are missing, made twice, or not asked for; and their seats."""
    open_visits = {row.visit for row in sheet.plan.unplaced}
    for visit, need in book.needs.items():
        stops = sheet.visits.get(visit, ())
        if stops:
            yield from _seats(need, stops)
        elif visit not in open_visits:
            yield fault(Code.VISIT_MISSING, visit=visit, services=_services(need))
    for visit, stops in sheet.visits.items():
        if visit not in book.needs:
            yield _not_asked(book, visit, stops[0])
    for visit in open_visits - sheet.visits.keys() - book.needs.keys():
        yield fault(Code.UNKNOWN_VISIT, visit=visit, shift="")


def _services(need: Need) -> tuple[str, ...]:
    """Return what a visit is for, as codes."""
    boxes = (need.delivery.id,) if need.delivery else ()
    return (*(service.id for service in need.services), *boxes)


def _not_asked(book: Book, visit: str, seen: Seen) -> Finding:
    """Return why a visit in the plan is not one of the case."""
    if visit in book.away:
        return fault(
            Code.CLIENT_ABSENT,
            visit=visit,
            client=book.away[visit].client.id,
            shift=seen.round.shift,
            start=seen.start,
        )
    client, _, rest = visit.partition(":")
    label = rest.partition(":")[2]
    known = [*book.needs.values(), *book.away.values()]
    days = sorted(n.day for n in known if (n.client.id, n.label) == (client, label))
    if days:
        return fault(Code.VISIT_WRONG_DAY, visit=visit, shift=seen.round.shift, days=tuple(days))
    return fault(Code.UNKNOWN_VISIT, visit=visit, shift=seen.round.shift)


def _seats(need: Need, stops: tuple[Seen, ...]) -> Iterator[Finding]:
    """Yield seats that are taken twice, empty or too many, and one person on two seats."""
    taken = Counter(seen.stop.seat for seen in stops)
    for seat, count in sorted(taken.items()):
        if seat > need.seats:
            yield fault(Code.SEAT_EXTRA, visit=need.id, seat=seat, seats=need.seats)
        elif count > 1:
            shifts = tuple(seen.round.shift for seen in stops if seen.stop.seat == seat)
            yield fault(Code.VISIT_TWICE, visit=need.id, seat=seat, shifts=shifts)
    for wanted in range(1, need.seats + 1):
        if wanted not in taken:
            yield fault(Code.SEAT_MISSING, visit=need.id, seat=wanted)
    people = {seen.stop.seat: seen.round.caregiver for seen in stops}
    if len(people) > 1 and len(set(people.values())) == 1:
        yield fault(Code.SAME_CAREGIVER_TWICE, visit=need.id, caregiver=people[1])
