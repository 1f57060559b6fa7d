"""The fewest caregivers who can do all of a client's visits: a set cover, small and exact."""

import math
from collections.abc import Collection, Sequence

from ortools.sat.python import cp_model

from solver.continuity.proving import prover

_TIGHT = 1e-6

Need = tuple[frozenset[int], int]
"""Who can come to a visit, and how many of them must."""


def fewest(needs: Sequence[Need]) -> int:
    """Return the size of the smallest set of people that meets every need, or a proven bound of it.

    A need that too few people can meet is met as far as it goes.
    """
    rows = without_idle(sharpest({(who, min(count, len(who))) for who, count in needs}))
    if all(count <= 1 for _, count in rows) and len(rows) <= 1:
        return sum(count for _, count in rows)
    model = cp_model.CpModel()
    people = sorted(frozenset[int]().union(*(who for who, _ in rows)))
    chosen = {person: model.new_bool_var("") for person in people}
    for who, count in sorted(rows, key=lambda need: (sorted(need[0]), need[1])):
        model.add(sum(chosen[person] for person in sorted(who)) >= count)
    model.minimize(sum(chosen.values()))
    solver = prover()
    solver.solve(model)
    return math.ceil(solver.best_objective_bound - _TIGHT)


def sharpest(needs: Collection[Need]) -> list[Need]:
    """Return the needs that no other need implies."""
    return [
        (who, count)
        for who, count in needs
        if not any(
            (other, least) != (who, count) and other <= who and least >= count
            for other, least in needs
        )
    ]


def without_idle(needs: Sequence[Need]) -> list[Need]:
    """Return ``needs`` without people whom somebody else can replace in all of them.

    Who can come to a visit that needs two is kept.
    """
    paired = frozenset[int]().union(*(who for who, count in needs if count > 1))
    roles: dict[frozenset[int], int] = {}
    for person in sorted(frozenset[int]().union(*(who for who, _ in needs))):
        met = frozenset(number for number, (who, _) in enumerate(needs) if person in who)
        if person not in paired:
            roles.setdefault(met, person)
    kept = paired | {
        person for met, person in roles.items() if not any(met < other for other in roles)
    }
    return sharpest({(who & kept, count) for who, count in needs})
