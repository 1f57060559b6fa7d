"""From least travel to most continuity: plans of one case under different weights."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from planner.checker import check_plan
from planner.model.case import Case
from planner.model.findings import Level
from planner.model.instance import Instance
from planner.model.plan import Plan
from planner.model.weights import Weights
from planner.ports import Addresses, Budget, Solver, TravelTimes
from planner.score.continuity import continuity_of
from planner.score.load import load_of
from planner.usecases.prepare import checked, instance_of

EIGHTHS = (0, 1, 2, 3, 4, 6, 8, 12, 16)
"""What the weights of continuity are multiplied by, in eighths: nine plans."""

_CONTINUITY = ("not_contact", "not_deputy", "new_face", "evening_face")


@dataclass(frozen=True, slots=True)
class Point:
    """One plan of the front.

    ``factor`` multiplies the weights of contact, deputy and faces. ``travel`` is minutes in the
    whole horizon, ``share`` the contact share in [0, 1], ``worst`` that of the client with the
    least, ``caregivers`` the mean per client. ``unplaced`` visits and ``faults`` of the law by the
    independent checker are 0 for a plan that may be used.
    """

    factor: float
    travel: float
    share: float
    worst: float
    caregivers: float
    unplaced: int
    faults: int
    plan: Plan

    @property
    def valid(self) -> bool:
        """Whether nothing is left out and nothing of the law broken."""
        return not self.unplaced and not self.faults


def continuity_front(  # noqa: PLR0913  what to plan, with what, for how long
    case: Case,
    *,
    solver: Solver,
    travel: TravelTimes,
    addresses: Addresses,
    budget: Budget,
    seed: int,
    eighths: Sequence[int] = EIGHTHS,
) -> Iterator[Point]:
    """Yield a plan for each factor, ``budget`` for each; raises ``CaseRefused``."""
    located, _ = checked(case, addresses)
    instance = instance_of(located, travel)
    for number in eighths:
        weighed = located.model_copy(update={"weights": scaled(located.weights, number)})
        own = Instance(weighed, instance.demand, instance.travel)
        yield _point(own, solver.plan(own, budget, seed=seed), number / 8)


def scaled(weights: Weights, eighths: int) -> Weights:
    """Return ``weights`` with those of continuity multiplied by ``eighths`` / 8."""
    changes = {name: getattr(weights, name) * eighths // 8 for name in _CONTINUITY}
    return weights.model_copy(update=changes)


def _point(instance: Instance, plan: Plan, factor: float) -> Point:
    same = continuity_of(instance, plan)
    findings = check_plan(instance.case, plan, instance.travel)
    return Point(
        factor=factor,
        travel=load_of(instance, plan).travel / 60,
        share=same.contact_share or 0.0,
        worst=same.worst_contact_share or 0.0,
        caregivers=same.mean_caregivers,
        unplaced=len(plan.unplaced),
        faults=sum(row.level is Level.LAW for row in findings),
        plan=plan,
    )


def efficient(points: Sequence[Point]) -> tuple[Point, ...]:
    """Return the points that no other beats in both travel and share, by travel."""
    found: list[Point] = []
    for point in sorted(points, key=lambda row: (row.travel, -row.share)):
        if not found or point.share > found[-1].share:
            found.append(point)
    return tuple(found)


def minutes_per_point(points: Sequence[Point]) -> float | None:
    """Return how many minutes of travel one percentage point of contact share costs.

    From the efficient point with the least travel to the one with the highest share; ``None``
    where they are one.
    """
    front = efficient(points)
    if len(front) <= 1:
        return None
    return (front[-1].travel - front[0].travel) / (100 * (front[-1].share - front[0].share))
