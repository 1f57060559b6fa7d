"""What is wrong with a document of facts: names that occur twice or lead nowhere."""

import re
from collections.abc import Iterator

from planner.checks.codes import Code, Hint
from planner.checks.report import error, json_path, nearest, warning
from planner.model.findings import Fault
from planner.pay.deadlines.deadline import Deadline
from planner.pay.deadlines.facts import UnitFacts
from planner.pay.deadlines.kinds import Period
from planner.pay.deadlines.registry import DEADLINES

_FORMS = {
    Period.MONTH: r"\d{4}-(0[1-9]|1[0-2])",
    Period.MEAL_WEEK: r"\d{4}-W(0[1-9]|[1-4]\d|5[0-3])",
}


def check_facts(facts: UnitFacts) -> tuple[Fault, ...]:
    """Return every fault of ``facts``; only errors keep the to-dos from being told."""
    return (*_twice(facts), *_unused(facts), *_done(facts))


def _rows(facts: UnitFacts) -> Iterator[tuple[tuple[str | int, ...], str, str]]:
    """Yield where each fact stands, its id and its kind."""
    for number, event in enumerate(facts.events):
        yield ("events", number), event.id, event.kind
    for number, fact in enumerate(facts.days):
        yield ("days", number), fact.id, fact.kind


def _twice(facts: UnitFacts) -> Iterator[Fault]:
    """Yield an error for each fact whose id an earlier one of its kind has."""
    seen: dict[tuple[str, str], tuple[str | int, ...]] = {}
    for steps, name, kind in _rows(facts):
        if (kind, name) in seen:
            first = json_path(*seen[kind, name])
            yield error(Code.ID_DUPLICATE, (*steps, "id"), name, Hint.RENAME, first=first)
        seen.setdefault((kind, name), steps)


def _unused(facts: UnitFacts) -> Iterator[Fault]:
    """Yield a warning for each fact that no deadline of the municipality counts from."""
    used = {deadline.starts for deadline in DEADLINES[facts.municipality]}
    for steps, _, kind in _rows(facts):
        if kind not in used:
            yield warning(
                Code.FACT_WITHOUT_DEADLINE,
                (*steps, "kind"),
                kind,
                Hint.CHECK_MUNICIPALITY,
                municipality=facts.municipality.value,
            )


def _done(facts: UnitFacts) -> Iterator[Fault]:
    """Yield an error for each completion of something that is not there."""
    known = {deadline.id: deadline for deadline in DEADLINES[facts.municipality]}
    for number, row in enumerate(facts.done):
        deadline = known.get(row.deadline)
        if deadline is None:
            yield _unknown(Code.DEADLINE_UNKNOWN, (number, "deadline"), row.deadline, known)
        elif not _exists(deadline, row.about, facts):
            yield _unknown(
                Code.FACT_UNKNOWN,
                (number, "about"),
                row.about,
                [name for _, name, kind in _rows(facts) if kind == deadline.starts],
            )


def _exists(deadline: Deadline, about: str, facts: UnitFacts) -> bool:
    """Say whether ``about`` is a fact or a period of ``deadline``."""
    if isinstance(deadline.starts, Period):
        return re.fullmatch(_FORMS[deadline.starts], about) is not None
    return any(name == about and kind == deadline.starts for _, name, kind in _rows(facts))


def _unknown(code: Code, where: tuple[int, str], name: str, known: object) -> Fault:
    """Return the error that ``name`` is not known, with a near miss if there is one."""
    names = [str(entry) for entry in known] if isinstance(known, list | dict) else []
    close = nearest(name, names)
    if close is None:
        return error(code, ("done", *where), name, Hint.CHECK_DONE)
    return error(code, ("done", *where), name, Hint.DID_YOU_MEAN, suggestion=close)
