"""``hemrunda base``: take today's base plan into a case, or make one from a planned horizon."""

from dataclasses import replace
from pathlib import Path

from api.cli.documents import read_case_and_plan, read_case_file
from api.cli.exits import ExitCode
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


def take_base(
    session: Session, case: Path, sources: tuple[Path | None, Path | None], out: Path, limit: int
) -> ExitCode:
    """Write the case with a base plan from one of ``sources``: a CSV file or a plan.

    With a plan, clients who would get more than ``limit`` new faces are named, and nothing is
    written then.
    """
    table, plan = sources
    if (table is None) == (plan is None):
        raise refused("one_base_source", "--csv, --plan")
    refuse_bad_folder(out)
    if table is not None:
        given = read_case_file(case)
        base = _read(table, given)
    else:
        assert plan is not None  # noqa: S101  one of the two is given
        given, made = read_case_and_plan(case, plan)
        nowhere = TravelMatrices((), {}, "")
        base = base_from(
            Instance(given, expand(given), nowhere),
            made,
            None if given.base_plan is None else given.base_plan.first,
        )
        if _too_many(session, given.base_plan, base, limit):
            return ExitCode.FAULTS
    updated = given.model_copy(update={"base_plan": base})
    written = write_file(out / "case.json", write_case(updated))
    write_file(out / "base.csv", write_base_csv(base))
    session.show(session.words.say("cli.written.case", path=str(written)))
    return ExitCode.DONE


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
