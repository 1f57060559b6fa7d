"""Each client's figures beside what roster and skills make possible."""

from collections.abc import Iterator
from dataclasses import replace

from planner.model.base import Value
from planner.model.instance import Instance
from planner.model.plan import Plan
from planner.model.units import ClientId
from planner.score.continuity.against import reached
from planner.score.continuity.limits import Limits
from planner.score.continuity.measure import Continuity, continuity_of
from planner.score.continuity.shares import GUIDE


class Standing(Value):
    """One client of a plan: what is, and what could be.

    ``share`` is the contact share of the planned days, ``possible`` the highest one with this
    roster, ``other_roster`` that with as many shifts of the contact on other days. ``caregivers``
    are the different ones of the planned days, ``fewest`` the proven minimum. ``at_aim``:
    ``share`` is 25 % or more, or 85 % of ``possible`` where that is less.
    """

    client: ClientId
    share: float
    possible: float
    other_roster: float
    caregivers: int
    fewest: int
    at_aim: bool

    @property
    def impossible(self) -> bool:
        """Tell whether no plan with this roster reaches the guide value."""
        return self.possible < GUIDE


def of_planned_days(instance: Instance, plan: Plan) -> Continuity:
    """Return the continuity of the horizon alone, as limits are: without the days before."""
    bare = instance.case.model_copy(update={"history": ()})
    return continuity_of(replace(instance, case=bare), plan)


def standings(same: Continuity, limits: Limits) -> tuple[Standing, ...]:
    """Return where every client with a contact and a visit stands, by code."""
    return tuple(sorted(_standings(same, limits), key=lambda row: row.client))


def _standings(same: Continuity, limits: Limits) -> Iterator[Standing]:
    below = set(reached(same, limits).below)
    for client, row in same.shares.items():
        limit = limits.clients.get(client)
        if limit is not None and limit.visits:
            yield Standing(
                client=client,
                share=row.share or 0.0,
                possible=limit.share or 0.0,
                other_roster=limit.other_roster / limit.visits,
                caregivers=same.faces.get(client, 0),
                fewest=limit.caregivers,
                at_aim=client not in below,
            )
