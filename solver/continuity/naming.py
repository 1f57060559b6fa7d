"""Name one person for each client: a small CP-SAT model, one aim after the other."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from itertools import combinations

from ortools.sat.python import cp_model

from planner.model.units import CaregiverId, ClientId
from solver.continuity.proving import prover
from solver.problem import Int32

WORK = 10.0
"""Deterministic units for each aim of a group; the first aims are proven in a fraction of it."""


@dataclass(frozen=True)
class Naming:
    """The clients of a group and who may be named: what each costs (``lacking``) and gives.

    ``locked`` stay. ``roads`` are seconds between clients, in the order of ``clients``. More
    than ``usual`` clients for one person are avoided.
    """

    clients: Sequence[ClientId]
    lacking: Mapping[tuple[ClientId, CaregiverId], int]
    gain: Mapping[tuple[ClientId, CaregiverId], int]
    locked: Mapping[ClientId, CaregiverId]
    roads: Int32
    usual: int


def name(task: Naming, seed: int) -> Mapping[ClientId, CaregiverId]:
    """Return who is named for each client who has anybody.

    First as few visits as possible for which the named person lacks something (L31: delegation);
    then as few clients as possible beyond the usual number (L28); then as many visits as
    possible within the person's shifts (schedule); then as near each other as possible (place).
    """
    model = cp_model.CpModel()
    chosen = {pair: model.new_bool_var("") for pair in sorted(task.gain)}
    for client in task.clients:
        own = [literal for (one, _), literal in chosen.items() if one == client]
        if own:
            model.add_exactly_one(own)
        if client in task.locked:
            model.add(chosen[client, task.locked[client]] == 1)
    aims = [
        _weighted(chosen, task.lacking),
        _crowded(model, task, chosen),
        -_weighted(chosen, task.gain),
        _apart(model, task, chosen),
    ]
    found: dict[tuple[ClientId, CaregiverId], bool] = {}
    for aim in aims:
        found = _reach(model, chosen, aim, seed)
    return {client: person for (client, person), taken in found.items() if taken}


def _weighted(
    chosen: Mapping[tuple[ClientId, CaregiverId], cp_model.IntVar],
    weights: Mapping[tuple[ClientId, CaregiverId], int],
) -> cp_model.LinearExpr:
    return _sum([(literal, weights[pair]) for pair, literal in chosen.items()])


def _sum(rows: Sequence[tuple[cp_model.IntVar, int]]) -> cp_model.LinearExpr:
    expression: cp_model.LinearExpr = cp_model.LinearExpr.weighted_sum(
        [literal for literal, _ in rows], [weight for _, weight in rows]
    )
    return expression


def _reach(
    model: cp_model.CpModel,
    chosen: Mapping[tuple[ClientId, CaregiverId], cp_model.IntVar],
    aim: cp_model.LinearExpr,
    seed: int,
) -> dict[tuple[ClientId, CaregiverId], bool]:
    """Minimise ``aim``, keep what was reached, and return the answer."""
    model.minimize(aim)
    solver = prover(WORK, seed)
    solver.solve(model)
    found = {pair: bool(solver.value(literal)) for pair, literal in chosen.items()}
    model.add(aim <= int(solver.objective_value))
    model.clear_hints()  # type: ignore[no-untyped-call]  # published without a type
    for pair, literal in chosen.items():
        model.add_hint(literal, found[pair])
    return found


def _crowded(
    model: cp_model.CpModel,
    task: Naming,
    chosen: Mapping[tuple[ClientId, CaregiverId], cp_model.IntVar],
) -> cp_model.LinearExpr:
    """Return the clients beyond the usual number, the second one of a person counting double."""
    rows: list[tuple[cp_model.IntVar, int]] = []
    for person in sorted({person for _, person in chosen}):
        own = [literal for (_, one), literal in chosen.items() if one == person]
        for step in range(task.usual, len(own)):
            beyond = model.new_bool_var("")
            model.add(sum(own) <= step + len(own) * beyond)
            rows.append((beyond, step - task.usual + 1))
    return _sum(rows)


def _apart(
    model: cp_model.CpModel,
    task: Naming,
    chosen: Mapping[tuple[ClientId, CaregiverId], cp_model.IntVar],
) -> cp_model.LinearExpr:
    """Return the roads between each two clients of the same person."""
    rows: list[tuple[cp_model.IntVar, int]] = []
    for (i, one), (j, other) in combinations(enumerate(task.clients), 2):
        for person in sorted({person for client, person in chosen if client == one}):
            if (other, person) in chosen:
                both = model.new_bool_var("")
                model.add(both >= chosen[one, person] + chosen[other, person] - 1)
                rows.append((both, int(task.roads[i, j])))
    return _sum(rows)
