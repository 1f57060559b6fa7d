"""A client who is away for a part of a day is visited in the other part."""

from datetime import time

import pytest

from planner.calendar.clock import instant_of
from planner.calendar.demand import expand
from planner.model.case import ClientAbsence
from planner.model.units import ClientId
from planner.model.visits import Span, Visit
from tests.build.cases import small_case
from tests.build.parts import DAY, clock, order, service, window
from tests.build.plans import at


def visits(*away: tuple[str, str], wish: bool) -> tuple[Visit, ...]:
    """Return the visits of a client with a window 8-12, best at 9-10, who is ``away``."""
    times = ("8:00", "12:00", "9:00", "10:00") if wish else ("8:00", "12:00")
    absences = tuple(
        ClientAbsence(client=ClientId("C1"), start=at(start), end=at(end)) for start, end in away
    )
    only = order("O1", "C1", service("S1", window=window(*times)))
    return expand(small_case(orders=(only,), meal_deliveries=(), client_absences=absences)).visits


def span(start: str, end: str, less: int = 0) -> Span:
    opens, closes = (instant_of(DAY, clock(text)) for text in (start, end))
    return Span(opens, closes - less)  # type: ignore[arg-type]


@pytest.mark.parametrize(
    ("away", "expected"),
    [
        ([("13:00", "14:00")], span("8:00", "12:00")),
        ([("11:00", "14:00")], span("8:00", "11:00", less=1)),
        ([("9:30", "11:00")], span("8:00", "9:30", less=1)),
        ([("6:00", "8:30")], span("8:30", "12:00")),
        ([("6:00", "8:30"), ("11:00", "11:30")], span("8:30", "11:00", less=1)),
    ],
)
def test_window_is_what_is_left(away: list[tuple[str, str]], expected: Span):
    (visit,) = visits(*away, wish=True)
    assert visit.window == expected
    assert visit.preferred is not None
    assert visit.preferred.earliest == instant_of(DAY, time(9))
    assert visit.preferred.latest == min(instant_of(DAY, time(10)), expected.latest)


def test_visit_falls_out_when_it_would_start_in_the_absence():
    assert visits(("8:30", "9:30"), wish=True) == ()
    assert visits(("7:00", "8:01"), wish=False) == ()


def test_absence_that_ends_as_the_visit_would_start():
    (visit,) = visits(("7:00", "8:00"), wish=False)
    assert visit.window == span("8:00", "12:00")
