"""Fair load: is the work shared out among caregivers as their working time is."""

from collections import defaultdict
from dataclasses import dataclass

from planner.model.instance import Instance
from planner.model.plan import Plan
from planner.model.units import CaregiverId, Seconds
from planner.rules.paid import paid_seconds
from planner.score.load import worked_seconds


@dataclass(frozen=True, slots=True)
class Burden:
    """What one caregiver does over the horizon, in seconds; ``fair`` is the share that is due.

    ``work`` is everything of the rounds but breaks and waiting. ``fair`` shares out all work by
    the paid time of the roster, rounded up to a second.
    """

    caregiver: CaregiverId
    paid: Seconds
    work: Seconds
    fair: Seconds


@dataclass(frozen=True, slots=True)
class Fairness:
    """The burdens by caregiver, and the seconds of work that lie with the wrong people."""

    burdens: tuple[Burden, ...]
    misplaced: Seconds


def fairness_of(instance: Instance, plan: Plan) -> Fairness:
    """Return how fairly ``plan`` shares out the work over the horizon.

    Who is on duty twice as long bears twice as much. ``misplaced`` is the work above the fair
    shares: nothing when everybody is equally busy in their paid time.
    """
    paid: dict[CaregiverId, int] = defaultdict(int)
    for shift, seconds in paid_seconds(instance).items():
        paid[instance.shifts[shift].caregiver] += seconds
    work: dict[CaregiverId, int] = dict.fromkeys(paid, 0)
    for round_ in plan.rounds:
        if round_.shift in instance.turns:
            work[instance.shifts[round_.shift].caregiver] += worked_seconds(round_)
    whole, time = sum(work.values()), sum(paid.values())
    burdens = tuple(
        Burden(who, Seconds(paid[who]), Seconds(work[who]), Seconds(-(-whole * paid[who] // time)))
        for who in sorted(paid)
        if time > 0
    )
    above = sum(max(0, row.work - row.fair) for row in burdens)
    return Fairness(burdens, Seconds(above))
