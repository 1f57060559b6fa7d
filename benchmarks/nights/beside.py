"""Teams of a night set beside the same teams solved alone for longer."""

from collections import Counter
from collections.abc import Iterator, Mapping
from functools import partial

from maps.streets import Streets
from planner.districts import Team, districts_of, part_of
from planner.model.case import Case
from planner.model.instance import Instance
from planner.model.plan import Plan
from planner.night.night import Night
from planner.ports import Budget, Solver
from planner.score.reference import score
from planner.usecases.prepare import instance_of
from solver.anneal import solve
from solver.engine import Engine
from solver.horizon.solver import HorizonEngine


def engine_of(threads: int) -> Solver:
    """Return the engine that the night's workers use, with ``threads`` threads."""
    return HorizonEngine(Engine(search=partial(solve, threads=threads)))


def costs_by_team(instance: Instance, plan: Plan, teams: Mapping[str, str]) -> Counter[str]:
    """Return what each team costs: by the client where a price names one, else by the caregiver.

    ``teams`` are the teams of the groups.
    """
    clients = {str(row.id): teams[row.group] for row in instance.case.clients if row.group}
    staff = {str(row.id): teams[row.group] for row in instance.case.caregivers if row.group}
    found: Counter[str] = Counter()
    for finding in score(instance, plan).findings:
        given = finding.parameters
        team = clients.get(str(given.get("client"))) or staff.get(str(given.get("caregiver")))
        found[team or ""] += finding.cost
    return found


def sampled(case: Case, sample: int) -> Iterator[tuple[str, Mapping[str, str], Team]]:
    """Yield ``sample`` teams spread over ``case``, with their district and its teams by group."""
    rows = [(district, team) for district in districts_of(case) for team in district.teams]
    step = max(1, len(rows) // max(1, sample))
    for district, team in rows[::step][:sample]:
        teams = {str(group): other.id for other in district.teams for group in other.groups}
        yield district.id, teams, team


def beside(
    night: Night, streets: Streets, sample: int, budget: Budget, engine: Solver
) -> Iterator[tuple[str, int, int]]:
    """Yield of ``sample`` teams the name and what they cost in the night's plan and alone.

    Alone means with the own staff only, searched for ``budget`` by ``engine``. Districts without
    a plan of their own are left out.
    """
    units = {row.unit.split("/")[1]: row for row in night.proposals if row.unit.count("/") == 1}
    for district, teams, team in sampled(night.case, sample):
        if district in units:
            proposal = units[district]
            instance = instance_of(proposal.case, streets)
            together = costs_by_team(instance, proposal.plan, teams)[team.id]
            own = instance_of(part_of(night.case, team.groups, team.id), streets)
            yield team.id, together, engine.plan(own, budget, seed=1).cost
