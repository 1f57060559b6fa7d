"""Start windows: open before they close, meet within a visit, leave room for least gaps."""

from collections.abc import Iterator
from datetime import time

from planner.calendar.clock import wall_time
from planner.calendar.errands import Errand
from planner.calendar.windows import common_window
from planner.checks.codes import Code, Hint
from planner.checks.report import error, warning
from planner.checks.shape import Steps
from planner.checks.subject import Subject
from planner.model.case import Provider
from planner.model.findings import Fault
from planner.model.orders import Order, Service, StartWindow
from planner.model.units import VisitId
from planner.model.visits import Gap


def closing_windows(subject: Subject) -> Iterator[Fault]:
    """Yield windows of services, meal boxes and breaks that close before they open."""
    for steps, earliest, latest in _times(subject):
        if latest < earliest:
            yield error(
                Code.WINDOW_CLOSES_BEFORE_OPENING, steps, latest, Hint.SWAP_TIMES, opens=earliest
            )


def preferences(subject: Subject) -> Iterator[Fault]:
    """Yield preferred times that are half given, reversed, or outside the hard window."""
    for steps, _, service in subject.services():
        fault = _preference(service.window, (*steps, "window"))
        if fault:
            yield fault


def opening_hours(subject: Subject) -> Iterator[Fault]:
    """Yield windows outside the hours of the provider, who never opens at night (U01, U02).

    A window that lies outside altogether is an error, one that reaches outside a warning.
    """
    for number, provider in enumerate(subject.case.providers):
        if provider.closes <= provider.opens:
            where = ("providers", number, "closes")
            opens = provider.opens
            yield error(
                Code.PROVIDER_NEVER_OPEN, where, provider.closes, Hint.SWAP_TIMES, opens=opens
            )
    for steps, order, service in subject.services():
        fault = _opening_fault(subject, order, service, (*steps, "window"))
        if fault:
            yield fault


def visit_windows(subject: Subject) -> Iterator[Fault]:
    """Yield visits whose services cannot start at one time; each combination once."""
    told = set()
    for errands in subject.bundles.values():
        services = tuple(errand.service.id for errand in errands)
        windows = [errand.service.window for errand in errands]
        if services in told or common_window(windows, errands[0].day):
            continue
        told.add(services)
        last = max((errand.service for errand in errands), key=lambda one: one.window.earliest)
        where = (*subject.service_steps[last.id], "window")
        if all(window.earliest <= window.latest for window in windows):
            yield error(
                Code.VISIT_WINDOWS_APART,
                where,
                last.window.earliest,
                Hint.USE_ANOTHER_LABEL,
                visit=last.visit,
                services=services,
            )


def gaps(subject: Subject) -> Iterator[Fault]:
    """Yield least gaps that no start within the windows keeps; each pair of services once."""
    visits = subject.demand.by_id
    told = set()
    for gap in subject.demand.gaps:
        before, after = visits[gap.before], visits[gap.after]
        if before.window.earliest + gap.seconds <= after.window.latest:
            continue
        service = _spaced(subject, gap)
        pair = (before.services, after.services)
        if pair in told:
            continue
        told.add(pair)
        yield error(
            Code.GAP_IMPOSSIBLE,
            (*subject.service_steps[service.id], "min_gap"),
            service.min_gap,
            Hint.WIDEN_WINDOWS,
            before=gap.before,
            after=gap.after,
            opens=wall_time(before.window.earliest),
            closes=wall_time(after.window.latest),
        )


def _times(subject: Subject) -> Iterator[tuple[Steps, time, time]]:
    """Yield where each window ends in the document, with its two times."""
    for steps, _, service in subject.services():
        window = service.window
        yield (*steps, "window", "latest"), window.earliest, window.latest
    for number, meal in enumerate(subject.case.meal_deliveries):
        steps = ("meal_deliveries", number, "latest_start")
        yield steps, meal.earliest_start, meal.latest_start
    for number, shift in enumerate(subject.case.shifts):
        if shift.start < shift.end:
            for position, rest in enumerate(shift.breaks):
                steps = ("shifts", number, "breaks", position, "latest_start")
                yield steps, rest.earliest_start, rest.latest_start


def _preference(window: StartWindow, steps: Steps) -> Fault | None:
    """Return what is wrong with the preferred times of one window."""
    begins, ends = window.preferred_from, window.preferred_to
    if begins is None and ends is None:
        return None
    if begins is None or ends is None:
        name = "preferred_from" if begins is None else "preferred_to"
        return error(Code.PREFERENCE_HALF, (*steps, name), None, Hint.GIVE_BOTH_OR_NEITHER)
    if ends < begins:
        where = (*steps, "preferred_to")
        return error(Code.PREFERENCE_REVERSED, where, ends, Hint.SWAP_TIMES, opens=begins)
    if begins < window.earliest or ends > window.latest:
        early = begins < window.earliest
        return error(
            Code.PREFERENCE_OUTSIDE_WINDOW,
            (*steps, "preferred_from" if early else "preferred_to"),
            begins if early else ends,
            Hint.MOVE_INTO_WINDOW,
            earliest=window.earliest,
            latest=window.latest,
        )
    return None


def _opening_fault(subject: Subject, order: Order, service: Service, steps: Steps) -> Fault | None:
    """Return the fault of a window that reaches outside the provider's hours."""
    provider = _provider(subject, order)
    window = service.window
    if provider is None or not provider.opens < provider.closes:
        return None
    hours = {"opens": provider.opens, "closes": provider.closes, "provider": provider.id}
    outside = window.latest < provider.opens or window.earliest >= provider.closes
    tell = error if outside else warning
    code, hint = Code.WINDOW_OUTSIDE_OPENING_HOURS, Hint.MOVE_INTO_OPENING_HOURS
    if window.earliest < provider.opens:
        return tell(code, (*steps, "earliest"), window.earliest, hint, **hours)
    if window.latest > provider.closes or outside:
        return tell(code, (*steps, "latest"), window.latest, hint, **hours)
    return None


def _provider(subject: Subject, order: Order) -> Provider | None:
    """Return who performs an order: its own provider, else the client's."""
    client = subject.rows.clients.get(order.client)
    name = order.provider or (client.provider if client else None)
    return subject.rows.providers.get(name) if name else None


def _spaced(subject: Subject, gap: Gap) -> Service:
    """Return the service that asks for ``gap``: of the two visits the longest least gap."""

    def errands(visit: VisitId) -> tuple[Errand, ...]:
        return subject.bundles.get(visit, ())

    services = [errand.service for visit in (gap.after, gap.before) for errand in errands(visit)]
    return max(services, key=lambda service: service.min_gap)
