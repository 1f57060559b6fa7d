"""Replace a base plan by an optimised one, with few new faces for anybody."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass

from planner.baseplan.make import base_from, new_faces
from planner.model.base_plan import BasePlan
from planner.model.case import Case
from planner.model.instance import Instance
from planner.model.plan import Plan
from planner.model.units import CaregiverId, ClientId
from planner.ports import Addresses, Budget, Solver, TravelTimes
from planner.usecases.prepare import checked, instance_of

NEW_FACES = 2
"""How many caregivers who have not come before a client may get with a new base plan."""

TRIES = 6
"""How often a plan is made at most, each time without those who were too many."""

Faces = Mapping[ClientId, tuple[CaregiverId, ...]]


@dataclass(frozen=True, slots=True)
class Renewal:
    """A new base plan and the horizon it was made from.

    ``faces`` are the new ones of each client who had a base plan, ``beyond`` those past the limit
    that could not be avoided: the visits would have had nobody else. ``held_back`` are those who
    were kept away from a client for the limit's sake.
    """

    base: BasePlan
    plan: Plan
    faces: Faces
    beyond: Faces
    held_back: Faces


def renew_base(  # noqa: PLR0913  what to plan, with what, for how long, how freely
    case: Case,
    *,
    solver: Solver,
    travel: TravelTimes,
    addresses: Addresses,
    budget: Budget,
    seed: int,
    limit: int = NEW_FACES,
) -> Renewal:
    """Return an optimised base plan for the horizon of ``case`` in place of the case's own.

    The plan is made without the old base plan's prices. Where a client would get more new faces
    than ``limit``, the one who would come least is kept away and the horizon is planned again.
    Where visits then stay unplaced, their clients are open to everybody again. Raises
    ``CaseRefused`` with every fault of the case.
    """
    located, _ = checked(case, addresses)
    instance = instance_of(located, travel)
    old = located.base_plan or BasePlan(first=located.horizon.first)
    open_case = located.model_copy(update={"base_plan": None})
    best: Renewal | None = None
    away = _Away()
    for turn in range(TRIES):
        own = Instance(_without(open_case, away.people), instance.demand, instance.travel)
        plan = solver.plan(own, budget, seed=seed + turn)
        found = _renewal(own, plan, old, limit, away.people)
        if best is not None and len(plan.unplaced) > len(best.plan.unplaced):
            again = away.let(instance.visits[row.visit].client for row in plan.unplaced)
        else:
            best = found if best is None or _count(found) <= _count(best) else best
            again = away.keep(found.beyond)
        if not again:
            break
    assert best is not None  # noqa: S101  there is at least one turn
    return best


class _Away:
    """Who is kept away from whom, and for which clients that has been given up."""

    def __init__(self) -> None:
        self.people: Faces = {}
        self._open: set[ClientId] = set()

    def keep(self, beyond: Faces) -> bool:
        """Keep the rarest of ``beyond`` away from each client; False when there is nobody."""
        more = {
            client: people[-1:] for client, people in beyond.items() if client not in self._open
        }
        clients = [*self.people, *(client for client in more if client not in self.people)]
        self.people = {
            client: (*self.people.get(client, ()), *more.get(client, ())) for client in clients
        }
        return bool(more)

    def let(self, clients: Iterable[ClientId]) -> bool:
        """Let everybody come to ``clients``, for good; False where nobody was kept away."""
        opened = self.people.keys() & set(clients)
        self._open |= opened
        self.people = {c: people for c, people in self.people.items() if c not in opened}
        return bool(opened)


def _count(found: Renewal) -> int:
    return sum(len(people) for people in found.beyond.values())


def _renewal(instance: Instance, plan: Plan, old: BasePlan, limit: int, away: Faces) -> Renewal:
    base = base_from(instance, plan, old.first)
    faces = new_faces(old, base)
    beyond = {client: people[limit:] for client, people in faces.items() if people[limit:]}
    return Renewal(base, plan, faces, beyond, away)


def _without(case: Case, beyond: Faces) -> Case:
    """Return ``case`` with the people of ``beyond`` kept away from their clients."""
    clients = tuple(
        client.model_copy(
            update={
                "preferences": client.preferences.model_copy(
                    update={"avoid": (*client.preferences.avoid, *beyond[client.id])}
                )
            }
        )
        if client.id in beyond
        else client
        for client in case.clients
    )
    return case.model_copy(update={"clients": clients})
