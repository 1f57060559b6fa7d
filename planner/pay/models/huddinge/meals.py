"""Food delivered: one hour a month per client (H27, H28); the boxes are the client's fee (H29)."""

from collections.abc import Iterator
from dataclasses import replace

from planner.model.units import ClientId, Seconds
from planner.pay.lines import NO_TIME, Line, Source, Status
from planner.pay.model.meals import MealRow
from planner.pay.models.huddinge.prices import MEAL_DELIVERY
from planner.pay.models.huddinge.settings import HuddingeSettings
from planner.pay.reasons import Reason
from planner.pay.steps.desk import Desk
from planner.pay.steps.unpaid import meal_line


def meal_lines(desk: Desk, settings: HuddingeSettings) -> Iterator[Line]:
    """Yield a line per meal row; the client's first delivery of the month carries the hour.

    Deliveries are reported outside LMO (H28), so the approval of visits does not bind them.
    """
    fed: set[ClientId] = set()
    for row in sorted(desk.account.meals, key=lambda row: (str(row.delivered), row.id)):
        if row.delivered is None or row.wrong or not desk.account.period.holds(row.delivered):
            yield from _not_delivered(desk, row)
            continue
        hour = NO_TIME if row.client in fed else Seconds(settings.meal_hour)
        fed.add(row.client)
        yield Line(
            source=Source.MEAL,
            record=row.id,
            client=row.client,
            day=row.delivered,
            status=Status.SURE,
            reason=Reason.MEAL_HOUR if hour else Reason.MEAL_BOXES,
            rules=("H27", "H28", "H29"),
            reference=desk.reference(row.client),
            time=hour,
            count=row.boxes,
            billed_count=row.boxes,
            staff=row.duration,
            price=MEAL_DELIVERY.name if hour else None,
        )


def _not_delivered(desk: Desk, row: MealRow) -> Iterator[Line]:
    """Yield the line of boxes that did not come, if they were meant for the month."""
    reason = Reason.MEAL_WRONG_CONTENT if row.wrong else Reason.MEAL_NOT_DELIVERED
    for line in meal_line(desk, row, ("H27",)):
        yield replace(line, reason=reason)
