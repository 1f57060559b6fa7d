"""Earlier visits for tests: rows of a case's history, days counted back from a day."""

from datetime import UTC, datetime, timedelta

from planner.model.history import PastVisit
from tests.build.parts import DAY, MINUTE


def past(
    client: str, caregiver: str, days_ago: int = 1, hour: int = 8, **changes: object
) -> PastVisit:
    """Return half an hour at ``hour`` UTC, ``days_ago`` days before ``DAY``."""
    at = datetime(DAY.year, DAY.month, DAY.day, hour, tzinfo=UTC) - timedelta(days=days_ago)
    fields: dict[str, object] = {
        "client": client,
        "caregiver": caregiver,
        "start": at,
        "duration": 30 * MINUTE,
    }
    return PastVisit.model_validate(fields | changes)
