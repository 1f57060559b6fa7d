"""Every two visits that repeat a service have a gap, also with another one between them."""

from planner.calendar.demand import expand
from planner.model.orders import Service, ServiceKind
from tests.build.cases import small_case
from tests.build.parts import HOUR, MINUTE, order, service, window
from tests.build.plans import visit


def pills(name: str, label: str, *times: str, gap: int) -> Service:
    """Return a quarter of an hour of medication."""
    return service(
        name,
        label,
        kind=ServiceKind.MEDICATION,
        window=window(*times),
        duration=15 * MINUTE,
        min_gap=gap,
    )


def test_outer_two_of_three():
    services = (
        pills("S1", "morning", "7:00", "12:00", gap=3 * HOUR),
        pills("S2", "noon", "8:00", "13:00", gap=0),
        pills("S3", "afternoon", "9:00", "17:00", gap=2 * HOUR),
    )
    case = small_case(orders=(order("O1", "C1", *services),), meal_deliveries=())
    found = {(gap.before, gap.after): gap.seconds for gap in expand(case).gaps}
    morning, noon, afternoon = (visit(f"C1/{label}") for label in ("morning", "noon", "afternoon"))
    quarter = 15 * MINUTE
    assert found == {
        (morning, noon): 3 * HOUR + quarter,
        (morning, afternoon): 3 * HOUR + quarter,
        (noon, afternoon): 2 * HOUR + quarter,
    }
