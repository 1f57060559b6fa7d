"""What is counted: alarm call-outs (U59-U63) and meal boxes (U64-U67)."""

from collections.abc import Iterator

from planner.model.findings import Fault
from planner.pay.checks.codes import PayCode, PayHint
from planner.pay.checks.report import error, warning
from planner.pay.checks.subject import MonthSubject


def alarms(subject: MonthSubject) -> Iterator[Fault]:
    """Yield call-outs joined with other services, half told, or both by phone and on site."""
    for number, call in enumerate(subject.month.alarms):
        place = ("alarms", number)
        if call.joined is not None:
            code, hint = PayCode.ALARM_JOINED, PayHint.SEPARATE_VISITS
            yield error(code, (*place, "joined"), call.joined, hint)
        elif call.by_phone and (call.arrived is not None or call.left is not None):
            code, hint = PayCode.ALARM_PHONE_AND_VISIT, PayHint.KEEP_ONE_ROW
            yield error(code, (*place, "by_phone"), call.by_phone, hint)
        elif not call.by_phone and (call.arrived is None or call.left is None):
            field = "left" if call.arrived else "arrived"
            code, hint = PayCode.ALARM_INCOMPLETE, PayHint.CHECK_REGISTRATION
            yield error(code, (*place, field), None, hint)


def meals(subject: MonthSubject) -> Iterator[Fault]:
    """Yield boxes joined with other services, without any day, or served before they came."""
    for number, row in enumerate(subject.month.meals):
        place = ("meals", number)
        if row.joined is not None:
            code, hint = PayCode.MEAL_JOINED, PayHint.SEPARATE_VISITS
            yield error(code, (*place, "joined"), row.joined, hint)
        elif row.delivered is None and row.ordered_for is None:
            code, hint = PayCode.MEAL_WITHOUT_DAY, PayHint.CHECK_TIMES
            yield error(code, (*place, "delivered"), None, hint)
        elif row.delivered is not None and any(day < row.delivered for day in row.serving_days):
            code, hint = PayCode.MEAL_SERVED_BEFORE_DELIVERY, PayHint.CHECK_TIMES
            yield error(code, (*place, "serving_days"), min(row.serving_days), hint)
        elif row.delivered is not None and row.cancelled is not None:
            code, hint = PayCode.MEAL_DELIVERED_AND_CANCELLED, PayHint.KEEP_ONE_ROW
            yield warning(code, (*place, "cancelled"), row.cancelled, hint)
