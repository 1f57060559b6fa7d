"""Key figures by name, as they are stored beside a plan."""

from collections.abc import Mapping
from dataclasses import asdict
from datetime import timedelta
from types import MappingProxyType

from planner.model.instance import Instance
from planner.model.plan import Plan
from planner.score.continuity import Continuity, continuity_of
from planner.score.continuity.against import reached
from planner.score.continuity.limits import Limits
from planner.score.continuity.standing import standings
from planner.score.kpi import Kpis


def figures_of(kpis: Kpis, hard_faults: int) -> Mapping[str, float]:
    """Return every key figure that is a number, ``hard_faults`` and ``placed_share``."""
    numbers = {
        name: float(value) for name, value in asdict(kpis).items() if isinstance(value, int | float)
    }
    placed = kpis.visits_placed / kpis.visits_total if kpis.visits_total else 1.0
    return MappingProxyType({**numbers, "hard_faults": float(hard_faults), "placed_share": placed})


def figures_against(same: Continuity, limits: Limits) -> Mapping[str, float]:
    """Return how near ``same``, of the planned days alone, comes to what is possible.

    ``contact_limit`` is the joint optimum of contact share, ``other_roster_share`` that of another
    roster, ``of_joint`` the visits by contacts over the optimum; ``clients_at_aim`` the share of
    clients with 25 % or 85 % of what is possible, ``clients_limited`` that of those for whom
    25 % is not possible, ``caregivers_over_fewest`` caregivers over the proven minimum.
    """
    near = reached(same, limits)
    rows = standings(same, limits)
    visits = limits.visits
    found = {
        "contact_limit": limits.by_contact / visits if visits else None,
        "other_roster_share": (
            sum(row.other_roster for row in limits.groups) / visits if visits else None
        ),
        "of_joint": near.of_joint,
        "clients_at_aim": near.clients,
        "clients_limited": sum(row.impossible for row in rows) / len(rows) if rows else None,
        "caregivers_over_fewest": near.caregivers,
    }
    return {name: value for name, value in found.items() if value is not None}


def figures_before(instance: Instance, plan: Plan) -> Mapping[str, float]:
    """Return the continuity of the 14 days up to the day before the horizon, from its history.

    ``past_contact_share`` and ``past_caregivers``; nothing where the history is empty.
    """
    if not instance.case.history:
        return {}
    yesterday = instance.case.horizon.first - timedelta(days=1)
    past = continuity_of(instance, plan, yesterday)
    found = {"past_contact_share": past.contact_share, "past_caregivers": past.mean_caregivers}
    return {name: value for name, value in found.items() if value is not None and past.faces}
