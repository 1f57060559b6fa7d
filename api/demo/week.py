"""A week of a group's rounds: the daily visits, and on each weekday what fills the rest."""

from collections.abc import Sequence
from dataclasses import dataclass
from random import Random

from api.demo.daily import day_rounds, evening_rounds, rest
from api.demo.drafts import Item, Pause, Slot, Stop
from api.demo.fit import Stretch, waiting
from api.demo.menu import EVENING, WEEKDAY, WEEKEND
from api.demo.needs import Needs
from api.demo.proportions import LUND, MINUTE
from api.demo.weekly import Filler

MEAL_DAYS = (1, 4)
"""Meal boxes come on Tuesday and Friday (U66: several days at once). Assumption."""

SATURDAY = 5
"""The weekday with which the weekend begins."""

Week = tuple[tuple[Stop, ...], ...]
"""The stops of one round on each weekday, in order of time."""


@dataclass(frozen=True, slots=True)
class Duties:
    """On which weekday the group meets (L39), and when which round has the contact's hour (L38)."""

    meeting: int
    planning: int
    planning_round: int


def draw_weeks(
    slots: Sequence[Slot], clients: Sequence[Needs], duties: Duties, rng: Random
) -> list[Week]:
    """Return the week of each of ``slots``; raises ``NoFitError`` on an unlucky draw."""
    by_day = [slot for slot in slots if not slot.evening]
    by_evening = [slot for slot in slots if slot.evening]
    daily = day_rounds(by_day, clients, rng)
    nightly = evening_rounds(by_evening, clients, rng)
    plan = _Weeks(duties, Filler(clients, rng), rng)
    return [plan.week(slot, (nightly if slot.evening else daily)[slot.number]) for slot in slots]


@dataclass(frozen=True, slots=True)
class _Weeks:
    """Makes the weeks of one group."""

    duties: Duties
    filler: Filler
    rng: Random

    def week(self, slot: Slot, daily: Sequence[Stop]) -> Week:
        fill = self._evening if slot.evening else self._day
        return tuple(
            tuple(sorted([*daily, *fill(slot, daily, weekday)], key=lambda stop: stop.start))
            for weekday in range(7)
        )

    def _day(self, slot: Slot, daily: Sequence[Stop], weekday: int) -> list[Stop]:
        """Return forenoon, afternoon and duties of a day round."""
        morning = [stop for stop in daily if stop.start < LUND.peak_ends]
        lunch = daily[len(morning) :]
        duties = self._day_duties(slot, weekday)
        forenoon = _between(slot, morning[-1], lunch[0])
        afternoon = _between(slot, lunch[-1], duties[0])
        peak = Stretch(slot, slot.opens, morning[-1].end, slot.office, morning[-1].row)
        noon = Stretch(slot, lunch[0].start, lunch[-1].end, lunch[0].row, lunch[-1].row)
        idle = self._idle(slot, weekday) - waiting(peak, morning) - waiting(noon, lunch)
        share = forenoon.seconds / (forenoon.seconds + afternoon.seconds)
        types = WEEKEND if weekday >= SATURDAY else WEEKDAY
        fixed = self._break(slot, weekday)
        first = self.filler.fill(forenoon, fixed, weekday, idle * share, types)
        left = idle - waiting(forenoon, first)
        return [*first, *self.filler.fill(afternoon, (), weekday, left, types), *duties]

    def _break(self, slot: Slot, weekday: int) -> list[Item]:
        """Return the break; on meal days it is at the office and the boxes follow (U64)."""
        if weekday in MEAL_DAYS and slot.number == 0:
            minutes = LUND.rest // MINUTE
            at_office = Item(Pause.BREAK, slot.office, minutes, minutes)
            return [at_office, *self.filler.boxes(slot, weekday)]
        return [rest(slot, self.rng)]

    def _evening(self, slot: Slot, daily: Sequence[Stop], weekday: int) -> list[Stop]:
        """Return hand-over, meeting and the afternoon of an evening round."""
        duties = [Stop(Pause.HANDOVER, slot.office, slot.opens, LUND.handover)]
        if weekday == self.duties.meeting:
            opens = duties[0].end
            duties.append(Stop(Pause.MEETING, slot.office, opens, LUND.evening_meeting))
        afternoon = _between(slot, duties[-1], daily[0])
        late = Stretch(slot, daily[0].start, slot.closes, daily[0].row, slot.office)
        idle = self._idle(slot, weekday) - waiting(late, daily)
        return [*duties, *self.filler.fill(afternoon, (), weekday, idle, EVENING)]

    def _day_duties(self, slot: Slot, weekday: int) -> list[Stop]:
        """Return meeting or planning, then the hand-over that ends the shift (L37)."""
        last = Stop(Pause.HANDOVER, slot.office, slot.closes - LUND.handover, LUND.handover)
        if weekday == self.duties.meeting:
            opens = last.start - LUND.meeting
            return [Stop(Pause.MEETING, slot.office, opens, LUND.meeting), last]
        if (weekday, slot.number) == (self.duties.planning, self.duties.planning_round):
            opens = last.start - LUND.planning
            return [Stop(Pause.PLANNING, slot.office, opens, LUND.planning), last]
        return [last]

    def _idle(self, slot: Slot, weekday: int) -> float:
        """Draw how many seconds of a shift are waiting."""
        use = LUND.weekend_use if weekday >= SATURDAY else LUND.weekday_use
        return (1 - self.rng.uniform(use.least, use.most)) * slot.paid(LUND.rest)


def _between(slot: Slot, before: Stop, after: Stop) -> Stretch:
    return Stretch(slot, before.end, after.start, before.row, after.row)
