"""Print faults: for each its code, where it is, the value that stands there, what to try."""

import json
from collections.abc import Iterable, Mapping

from rich.text import Text

from api.cli.session import Session
from api.words import Words
from planner.model.findings import Fault, Finding, Severity

MOST = 200
"""So many are printed; how many more there are is said."""

_VALUE_LENGTH = 80


def print_faults(session: Session, faults: Iterable[Fault]) -> None:
    """Print ``faults`` on ``session.err``, errors first."""
    ordered = sorted(faults, key=lambda fault: fault.severity is not Severity.ERROR)
    for fault in ordered[:MOST]:
        session.err.print(_fault(session.words, fault), soft_wrap=True)
    if len(ordered) > MOST:
        session.say("more_faults", count=len(ordered) - MOST)


def print_findings(session: Session, findings: Iterable[Finding]) -> None:
    """Print what the checker found, one line each, as a result."""
    for finding in findings:
        session.show(f"{finding.rule}: {_finding(session.words, finding)}")


def _fault(words: Words, fault: Fault) -> Text:
    error = fault.severity is Severity.ERROR
    kind = words.say("cli.error" if error else "cli.warning")
    text = Text()
    text.append(f"{kind} ", style="bold red" if error else "bold yellow")
    text.append(fault.code.rpartition(".")[2], style="bold")
    text.append(f"  {fault.path}" if fault.path else "")
    text.append(f" = {_shown(fault.value)}" if fault.value is not None else "", style="dim")
    for line in _explained(words, fault):
        text.append(f"\n  {line}")
    return text


def _explained(words: Words, fault: Fault) -> Iterable[str]:
    """Yield the sentence and the advice; a code without words is already in the first line."""
    known = {"value": fault.value, "path": fault.path, **fault.parameters}
    code, hint = fault.code, fault.hint
    sentence = _first(words, code, f"faults.{code}", f"pay.fault.{code}")
    advice = _first(words, hint, f"faults.hint.{hint}", f"pay.hint.{hint}")
    if sentence:
        yield words.say(sentence, **known)
    if advice:
        yield words.say("cli.try", advice=words.say(advice, **known))
    near = _near(fault.parameters.get("suggestions"))
    if near:
        yield words.say("cli.near", near=near)


def _near(suggestions: object) -> list[str]:
    """Return the addresses that an unknown one may have been meant for, as they are written."""
    if not isinstance(suggestions, list | tuple):
        return []
    rows = (row for row in suggestions if isinstance(row, Mapping))
    return [" ".join(str(part) for part in row.values() if part) for row in rows]


def _finding(words: Words, finding: Finding) -> str:
    code = _first(words, f"checker.{finding.rule}")
    if code:
        return words.say(code, **finding.parameters)
    return ", ".join(f"{name} {value}" for name, value in finding.parameters.items())


def _first(words: Words, *codes: str) -> str | None:
    return next((code for code in codes if words.knows(code)), None)


def _shown(value: object) -> str:
    text = json.dumps(value, ensure_ascii=False, default=str)
    if len(text) <= _VALUE_LENGTH:
        return text
    return f"{text[: _VALUE_LENGTH // 2]} ... {text[-_VALUE_LENGTH // 2 :]}"
