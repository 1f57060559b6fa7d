"""When visits may start: the windows of services on a day, and what several have in common."""

from collections.abc import Sequence
from datetime import date

from planner.calendar.clock import instant_of
from planner.model.orders import StartWindow
from planner.model.visits import Span


def hard_span(window: StartWindow, day: date) -> Span:
    """Return the moments of ``day`` within which a service must start.

    A window that closes in the hour skipped in spring closes when it opens.
    """
    earliest = instant_of(day, window.earliest)
    return Span(earliest, max(earliest, instant_of(day, window.latest)))


def preferred_span(window: StartWindow, day: date) -> Span | None:
    """Return the moments of ``day`` within which a service starts best, if it has a wish."""
    if window.preferred_from is None or window.preferred_to is None:
        return None
    earliest = instant_of(day, window.preferred_from)
    return Span(earliest, max(earliest, instant_of(day, window.preferred_to)))


def meet(spans: Sequence[Span]) -> Span | None:
    """Return what all ``spans`` (at least one) have in common, ``None`` if that is nothing."""
    earliest = max(span.earliest for span in spans)
    latest = min(span.latest for span in spans)
    return Span(earliest, latest) if earliest <= latest else None


def common_window(windows: Sequence[StartWindow], day: date) -> Span | None:
    """Return when a visit with services of these ``windows`` may start; ``None`` is a fault."""
    return meet([hard_span(window, day) for window in windows])


def visit_window(windows: Sequence[StartWindow], day: date) -> Span:
    """Return when a visit starts: what its windows share, else the moment when the last opens."""
    spans = [hard_span(window, day) for window in windows]
    opens = max(span.earliest for span in spans)
    return meet(spans) or Span(opens, opens)


def visit_wish(windows: Sequence[StartWindow], day: date, within: Span) -> Span | None:
    """Return when a visit starts best, ``within`` its hard window.

    ``None`` if no service has a wish, or if their wishes do not meet.
    """
    wishes = [wish for window in windows if (wish := preferred_span(window, day))]
    return meet([*wishes, within]) if wishes else None
