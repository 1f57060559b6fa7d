"""The day before a doctor or relatives come, there is a shower (L36)."""

from datetime import date, timedelta


def before_appointments(ordinary: list[date], seen: list[date]) -> list[date]:
    """Return the days of showers: the nearest one, within three days, stands on the day before."""
    wanted = sorted({day - timedelta(days=1) for day in seen})
    free = [day for day in ordinary if day not in wanted]
    kept = [day for day in ordinary if day in wanted]
    for eve in wanted:
        if eve in kept:
            continue
        for distance in (-1, 1, -2, 2, -3, 3):
            day = eve + timedelta(days=distance)
            if day in free:
                free.remove(day)
                kept.append(eve)
                break
    return sorted(free + kept)
