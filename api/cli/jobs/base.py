"""``hemrunda base``: take today's base plan into a case, or make a new one."""

from dataclasses import dataclass, replace
from pathlib import Path

from api.cli.documents import read_case_and_plan, read_case_file
from api.cli.exits import ExitCode
from api.cli.jobs.plan import Wish
from api.cli.jobs.renewing import renewed
from api.cli.outputs import refuse_bad_folder, write_file
from api.cli.refusals import Refused, refused
from api.cli.session import Session
from planner.baseplan.make import base_from, new_faces
from planner.calendar.demand import expand
from planner.exchange.base_csv import read_base_csv, write_base_csv
from planner.exchange.documents import InvalidDocument, write_case
from planner.model.base_plan import BasePlan
from planner.model.case import Case
from planner.model.instance import Instance
from planner.model.travel import TravelMatrices


@dataclass(frozen=True, slots=True)
class BaseAsk:
    """Where the base plan comes from, one of three: a CSV file, a plan, or a search of its own.

    ``limit`` is how many new faces a client may get.
    """

    table: Path | None
    plan: Path | None
    renew: bool
    limit: int
    wish: Wish


def take_base(session: Session, case: Path, ask: BaseAsk) -> ExitCode:
    """Write the case with a base plan from the source that ``ask`` names.

    With a plan, clients who would get too many new faces are named, and nothing is written then;
    a search keeps to the limit as far as visits keep their places, and says what it held back.
    """
    if sum((ask.table is not None, ask.plan is not None, ask.renew)) != 1:
        raise refused("one_base_source", "--csv, --plan, --renew")
    out = ask.wish.out
    refuse_bad_folder(out)
    given = read_case_file(case)
    if ask.table is not None:
        base = _read(ask.table, given)
    elif ask.plan is not None:
        base = _from_plan(case, ask.plan)
        if _too_many(session, given.base_plan, base, ask.limit):
            return ExitCode.FAULTS
    else:
        base = renewed(session, given, ask.wish, ask.limit)
    updated = given.model_copy(update={"base_plan": base})
    written = write_file(out / "case.json", write_case(updated))
    write_file(out / "base.csv", write_base_csv(base))
    session.show(session.words.say("cli.written.case", path=str(written)))
    return ExitCode.DONE


def _from_plan(case: Path, plan: Path) -> BasePlan:
    given, made = read_case_and_plan(case, plan)
    instance = Instance(given, expand(given), TravelMatrices((), {}, ""))
    return base_from(instance, made, None if given.base_plan is None else given.base_plan.first)


def _read(table: Path, case: Case) -> BasePlan:
    try:
        return read_base_csv(table.read_bytes(), case.horizon.first)
    except OSError:
        raise refused("base_unreadable", "--csv", str(table)) from None
    except InvalidDocument as problem:
        rows = (replace(fault, path=f"{table.name} {fault.path}") for fault in problem.faults)
        raise Refused(rows) from None


def _too_many(session: Session, old: BasePlan | None, new: BasePlan, limit: int) -> bool:
    """Tell of every client who would get too many new faces."""
    faces = {} if old is None else new_faces(old, new)
    many = {client: people for client, people in faces.items() if len(people) > limit}
    for client, people in many.items():
        session.say(
            "base.new_faces", client=client, count=len(people), limit=limit, who=", ".join(people)
        )
    return bool(many)
