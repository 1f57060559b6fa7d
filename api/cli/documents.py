"""Read documents and files of settings; their faults carry the name of the file."""

from collections.abc import Callable
from dataclasses import replace
from pathlib import Path
from typing import TypeVar

from api.cli.refusals import Refused, refused
from planner.exchange.documents import (
    InvalidDocument,
    is_month,
    read_case,
    read_facts,
    read_month,
    read_plan,
)
from planner.model.case import Case
from planner.model.findings import Fault, Severity
from planner.model.plan import Plan
from planner.pay.deadlines.check_facts import check_facts
from planner.pay.deadlines.facts import UnitFacts
from planner.pay.deadlines.from_month import facts_of, joined
from planner.pay.deadlines.kinds import Municipality
from planner.pay.model.month import Month

Document = TypeVar("Document", Case, Plan)

Anything = TypeVar("Anything")


def read_case_file(path: Path) -> Case:
    """Return the case in ``path``; raises ``Refused`` with every fault of the document."""
    case, faults = _read(path, read_case)
    if case is None:
        raise Refused(faults)
    return case


def read_case_and_plan(case: Path, plan: Path) -> tuple[Case, Plan]:
    """Return both documents; raises ``Refused`` with every fault of both."""
    given, case_faults = _read(case, read_case)
    made, plan_faults = _read(plan, read_plan)
    if given is None or made is None:
        raise Refused((*case_faults, *plan_faults))
    return given, made


def read_facts_file(path: Path, month: UnitFacts | None) -> tuple[UnitFacts, tuple[Fault, ...]]:
    """Return the facts in ``path`` and their warnings; raises ``Refused`` with every fault.

    A month document will do in its place; the facts of ``month`` are added to those of the file.
    """
    if is_month(path):
        return facts_in(path.name, read_file(path, read_month)), ()
    facts = read_file(path, read_facts)
    found = tuple(replace(fault, path=f"{path.name} {fault.path}") for fault in check_facts(facts))
    whole = facts if month is None else joined(facts, month)
    unknown = check_facts(whole) if month is not None else found
    if any(fault.severity is Severity.ERROR for fault in unknown):
        raise Refused(found)
    return whole, tuple(row for row in found if row.severity is not Severity.ERROR)


def facts_in(name: str, month: Month) -> UnitFacts:
    """Return the facts of ``month``, called ``name``; raises ``Refused`` if it has no deadlines."""
    if month.municipality not in list(Municipality):
        where = f"{name} $.municipality"
        raise refused("choice", where, month.municipality, choices=tuple(Municipality))
    return facts_of(month)


def read_file(path: Path, reader: Callable[[Path], Anything]) -> Anything:
    """Return what ``reader`` makes of ``path``; raises ``Refused`` with every fault of it."""
    try:
        return reader(path)
    except InvalidDocument as problem:
        raise Refused(
            replace(fault, path=f"{path.name} {fault.path}") for fault in problem.faults
        ) from None


def _read(
    path: Path, reader: Callable[[Path], Document]
) -> tuple[Document | None, tuple[Fault, ...]]:
    try:
        return reader(path), ()
    except InvalidDocument as problem:
        named = (replace(fault, path=f"{path.name} {fault.path}") for fault in problem.faults)
        return None, tuple(named)
