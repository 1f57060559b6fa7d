"""Showers move to the day before the client sees a doctor or relatives (L36)."""

from collections.abc import Iterable
from datetime import date, timedelta

REACH = timedelta(days=3)
"""A shower moves by this much at most; one further away stays and none is added."""

_DAY = timedelta(days=1)


def with_eves(due: Iterable[date], appointments: Iterable[date]) -> tuple[date, ...]:
    """Return the days of showers with the nearest one moved to the day before an appointment.

    Of two equally near ones the earlier moves. A shower that is on such a day already stays.
    """
    days = set(due)
    eves = {day - _DAY for day in appointments}
    for eve in sorted(eves - days):
        near = [day for day in days - eves if abs(day - eve) <= REACH]
        if near:
            days.remove(min(near, key=lambda day: (abs(day - eve), day)))
            days.add(eve)
    return tuple(sorted(days))
