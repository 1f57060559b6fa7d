"""Load: what the paid time of the staff goes to, and how evenly."""

from dataclasses import dataclass
from statistics import pstdev

from planner.model.instance import Instance
from planner.model.plan import Plan, Round, StopKind
from planner.model.units import Seconds
from planner.rules.paid import paid_seconds


@dataclass(frozen=True, slots=True)
class Load:
    """Seconds and shares in [0, 1]; ``spread`` and ``deviation`` are of used shares of rounds."""

    travel: Seconds
    travel_share: float
    paid_time: Seconds
    used_share: float
    spread: float
    deviation: float


def load_of(instance: Instance, plan: Plan) -> Load:
    """Return how the paid time of all shifts on duty is used.

    A shift without a round uses nothing. Waiting is paid and not used.
    """
    paid = paid_seconds(instance)
    used = dict.fromkeys(paid, 0)
    travel = 0
    for round_ in plan.rounds:
        if round_.shift in used:
            travel += road_seconds(round_)
            used[round_.shift] += worked_seconds(round_)
    total = sum(paid.values())
    shares = [used[shift] / seconds for shift, seconds in paid.items() if seconds > 0]
    return Load(
        travel=Seconds(travel),
        travel_share=travel / total if total else 0.0,
        paid_time=Seconds(total),
        used_share=sum(used.values()) / total if total else 0.0,
        spread=max(shares) - min(shares) if shares else 0.0,
        deviation=pstdev(shares) if shares else 0.0,
    )


def worked_seconds(round_: Round) -> int:
    """Return the seconds of a round that go to visits, duties and travel."""
    return road_seconds(round_) + sum(
        int((stop.end - stop.start).total_seconds())
        for stop in round_.stops
        if stop.kind is not StopKind.BREAK
    )


def road_seconds(round_: Round) -> int:
    """Return the seconds of a round on the road, the way home included."""
    return round_.travel_home + sum(stop.travel for stop in round_.stops)
