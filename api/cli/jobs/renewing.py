"""``hemrunda base --renew``: an optimised base plan, and what was held back for the limit."""

from api.cli.jobs.extracts import naming_extract
from api.cli.jobs.plan import Wish
from api.cli.jobs.warm import prepare_search
from api.cli.session import Session
from api.sources import open_addresses, open_streets
from planner.model.base_plan import BasePlan
from planner.model.case import Case
from planner.usecases.renew_base import Faces, Renewal, renew_base
from solver.horizon.solver import HorizonEngine


def renewed(session: Session, case: Case, wish: Wish, limit: int) -> BasePlan:
    """Return an optimised base plan for ``case`` and say whom it brings, to whom, and whom not."""
    with naming_extract(wish.sources.extract or case.network):
        streets = open_streets(case, wish.sources)
    prepare_search(session)
    found = renew_base(
        case,
        solver=HorizonEngine(),
        travel=streets,
        addresses=open_addresses(case, wish.sources),
        budget=wish.budget,
        seed=wish.seed,
        limit=limit,
    )
    _tell(session, found, limit)
    return found.base


def _tell(session: Session, found: Renewal, limit: int) -> None:
    new = {client: people for client, people in found.faces.items() if people}
    session.say("base.renewed", clients=len(new), unplaced=len(found.plan.unplaced))
    for code, faces in (
        ("gets", new),
        ("held_back", found.held_back),
        ("beyond", found.beyond),
    ):
        _say_each(session, code, faces, limit)


def _say_each(session: Session, code: str, faces: Faces, limit: int) -> None:
    for client, people in sorted(faces.items()):
        session.say(f"base.{code}", client=client, who=", ".join(people), limit=limit)
