"""Recorded answers: what an answer makes of the lines of its row (U27, U44-U46, N08, H26)."""

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import replace

from planner.model.units import Seconds
from planner.pay.lines import NO_TIME, Line, Status
from planner.pay.model.events import Answer
from planner.pay.model.kinds import Verdict
from planner.pay.reasons import Reason

_OPEN = (Status.AT_RISK, Status.PENDING)
_BILLED_WHEN_ACCEPTED = (Reason.MORE_THAN_ORDERED, Reason.NOT_ORDERED, Reason.NOT_SIGNED)


def answered_rows(
    lines: Iterable[Line], answers: Mapping[str, Answer], rules: tuple[str, ...]
) -> Iterator[Line]:
    """Yield ``lines``, those of each answered row as its answer leaves them; see ``answered``."""
    rows: dict[str, list[Line]] = {}
    for line in lines:
        if line.record in answers:
            rows.setdefault(line.record, []).append(line)
        else:
            yield line
    for record, own in rows.items():
        yield from answered(own, answers[record], rules)


def answered(
    lines: Iterable[Line], answer: Answer | None, rules: tuple[str, ...]
) -> Iterator[Line]:
    """Yield ``lines`` of one row as ``answer`` leaves them.

    What deviates (at risk, or pending a decision) is accepted up to the answer's time, and denied
    beyond it or by a denial. An answer about the ``whole`` row decides its sure lines too. An open
    answer leaves the lines as they are. For more time than ordered, and for what was not ordered,
    the client is billed once it is accepted.
    """
    if answer is None or answer.verdict is Verdict.OPEN:
        yield from lines
        return
    left = _accepted(answer)
    for line in lines:
        open_ = line.status in _OPEN and line.reason is not Reason.NOT_APPROVED_YET
        asked = open_ or (answer.whole and line.status is Status.SURE)
        if not asked:
            yield line
            continue
        taken = line.time if left is None else min(left, line.time)
        left = None if left is None else left - taken
        yield from _decided(
            line, Seconds(taken), rules, accepted=answer.verdict is Verdict.ACCEPTED
        )


def _accepted(answer: Answer) -> int | None:
    """Return the seconds that ``answer`` accepts; ``None``: all."""
    if answer.verdict is Verdict.DENIED:
        return 0
    return answer.time


def _decided(
    line: Line, taken: Seconds, rules: tuple[str, ...], *, accepted: bool
) -> Iterator[Line]:
    """Yield the accepted and the denied part of ``line``."""
    named = tuple(dict.fromkeys((*line.rules, *rules)))
    rest = Seconds(line.time - taken)
    billed = int(taken) if line.reason in _BILLED_WHEN_ACCEPTED else min(line.billed, taken)
    if accepted and (taken or not line.time):
        reason = line.reason if line.status is Status.SURE else Reason.ACCEPTED
        yield replace(
            line,
            status=Status.SURE,
            reason=reason,
            rules=named,
            time=taken,
            billed=billed,
        )
        if not rest:
            return
        line = replace(line, staff=NO_TIME, count=0)
    yield replace(
        line,
        status=Status.DENIED,
        reason=Reason.DENIED_BY_ANSWER,
        rules=named,
        time=rest,
        billed=0,
        billed_count=0,
    )
