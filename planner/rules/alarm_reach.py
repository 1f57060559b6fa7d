"""Alarm reach: at every moment somebody can be with each alarm client in time."""

from collections.abc import Iterable, Mapping

from planner.alarm.reach import gaps_of
from planner.alarm.watches import Watch, answers, grace, responders, watches
from planner.model.findings import Finding, Level
from planner.model.instance import Instance
from planner.model.plan import Plan
from planner.model.units import Instant, ShiftId
from planner.model.visits import Seat
from planner.rules.ids import RuleId
from planner.rules.saying import price
from planner.rules.terms import CoverOverTime, Hold, Term


class AlarmReach:
    """Each second in which nobody reaches an alarm client in time costs ``uncovered_alarm``.

    Somebody on the alarm duty list is at the door within the limit, by own mode, with the rest of
    a break, a road or an uninterruptible visit before, and the key fetched (U77, U78, U79).
    """

    id = RuleId.ALARM_REACH
    level = Level.PROMISE
    name_sv = "Larm nås i tid"
    name_en = "Alarms reached in time"
    sources = ("U77", "U78", "U79", "U103", "U104", "B08")

    def terms(self, instance: Instance) -> Iterable[Term]:
        """Say what is not left for an alarm, and who covers whom."""
        rows = watches(instance)
        if not rows:
            return
        for seat in instance.seats:
            if instance.visits[seat.visit].uninterruptible:
                yield Hold(Seat(seat.visit, seat.number))
        for activity in instance.demand.activities:
            if activity.duty is None:
                yield Hold(activity.id)
        known: dict[object, Mapping[ShiftId, Instant]] = {}
        for watch in rows:
            # One table for all who share it: a municipality has hundreds of both.
            shared = (watch.provider, watch.service, watch.span)
            if shared not in known:
                known[shared] = _until(instance, watch)
            yield CoverOverTime(
                client=watch.client,
                place=watch.place,
                key=watch.key,
                span=watch.span,
                limit=watch.limit,
                until=known[shared],
                cost=instance.case.weights.uncovered_alarm,
            )

    def check(self, instance: Instance, plan: Plan) -> Iterable[Finding]:
        """Yield every interval in which a client is out of reach, with its price."""
        for watch, gaps in gaps_of(instance, plan):
            for gap in gaps:
                seconds = gap.latest - gap.earliest
                yield price(
                    self.id,
                    self.level,
                    seconds * instance.case.weights.uncovered_alarm,
                    client=watch.client,
                    start=gap.earliest,
                    end=gap.latest,
                    seconds=seconds,
                    limit=watch.limit,
                )


def _until(instance: Instance, watch: Watch) -> Mapping[ShiftId, Instant]:
    """Return who answers ``watch``, and when each is at the door at the latest."""
    return {
        shift: Instant(instance.turns[shift].end + grace(watch.service))
        for shift, provider in responders(instance).items()
        if answers(provider, watch)
        and instance.turns[shift].end > watch.span.earliest
        and instance.turns[shift].start < watch.span.latest
    }
