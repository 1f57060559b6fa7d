"""What one deadline rule is."""

from dataclasses import dataclass
from datetime import timedelta

from planner.pay.deadlines.due import Count
from planner.pay.deadlines.kinds import Activity, DateKind, EventKind, Party, Period, Stake


@dataclass(frozen=True, slots=True)
class Deadline:
    """A deadline rule.

    ``id`` is the id of the written rule (``U09``), with a part behind a dot where one rule has
    several (``U17.order``); the words for what must be done are found by it. ``starts`` is what
    starts the clock, ``count`` how it runs. A warning is given from ``lead`` before the due
    moment on. ``about`` is the activity that a unit without it has no such deadline for.
    """

    id: str
    starts: EventKind | DateKind | Period
    count: Count
    stake: Stake
    lead: timedelta
    by: Party = Party.PROVIDER
    about: Activity | None = None

    @property
    def rule(self) -> str:
        """The id of the written rule."""
        return self.id.partition(".")[0]
