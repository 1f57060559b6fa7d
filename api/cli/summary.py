"""The table at the end of a run: how good the plan is, in a few figures."""

from collections.abc import Iterator

from rich import box
from rich.table import Table

from api.cli.session import Session
from api.words import Words
from planner.model.plan import Plan, Unplaced
from planner.usecases.plan_horizon import Outcome

_MOST_UNPLACED = 20


def print_summary(session: Session, outcome: Outcome) -> None:
    """Print the table of key figures as a result."""
    table = Table(box=box.SIMPLE_HEAD, title=session.words.say("cli.summary.title"))
    table.add_column(session.words.say("cli.summary.figure"))
    table.add_column(session.words.say("cli.summary.value"), justify="right")
    for name, value in _rows(session.words, outcome):
        table.add_row(name, value)
    session.out.print(table)


def _rows(words: Words, outcome: Outcome) -> Iterator[tuple[str, str]]:
    kpis = outcome.kpis

    def row(name: str, **parameters: object) -> tuple[str, str]:
        value = words.say(f"cli.summary.{name}.value", **parameters)
        return words.say(f"cli.summary.{name}.name"), value

    yield row("visits", placed=kpis.visits_placed, total=kpis.visits_total)
    yield row("hard_faults", count=len(outcome.hard))
    yield row("contact", share=_share(words, kpis.contact_share))
    yield row("personal", share=_share(words, kpis.personal_contact_share))
    worst = kpis.worst_contact_client or words.say("cli.summary.nobody")
    yield row("worst", share=_share(words, kpis.worst_contact_share), client=worst)
    yield row("guide", share=_share(words, kpis.clients_at_guide))
    yield row("caregivers", mean=kpis.mean_caregivers)
    if kpis.kolada_caregivers is not None:
        yield row("kolada", mean=kpis.kolada_caregivers)
    yield row("travel", travel=kpis.travel, share=kpis.travel_share)
    if kpis.mean_clock_spread is not None:
        clock = {"worst": kpis.worst_clock_spread, "client": kpis.worst_clock_client}
        yield row("clock", mean=round(kpis.mean_clock_spread), **clock)
    if kpis.delivered_share is not None:
        yield row("delivered", share=kpis.delivered_share)
    yield row("spread", spread=kpis.load_range, deviation=kpis.load_deviation)
    if kpis.alarm_clients:
        least = {"unavoidable": kpis.alarm_unavoidable, "clients": kpis.alarm_clients}
        yield row("alarms", uncovered=kpis.alarm_uncovered, **least)
        slow = {"client": kpis.worst_alarm_client, "at": kpis.worst_alarm_at}
        never = kpis.worst_alarm is None
        yield row("never" if never else "slowest", seconds=kpis.worst_alarm, **slow)
    yield row("paid", share=kpis.used_share, paid=kpis.paid_time)
    yield row("seconds", seconds=outcome.seconds)


def _share(words: Words, value: float | None) -> str:
    return words.say("cli.summary.nothing") if value is None else words.share(value)


def print_unplaced(session: Session, plan: Plan) -> None:
    """Print each unplaced visit: which rules stopped how many, and what would help."""
    for row in plan.unplaced[:_MOST_UNPLACED]:
        session.show(_unplaced(session.words, row))
    rest = len(plan.unplaced) - _MOST_UNPLACED
    if rest > 0:
        session.show(session.words.say("cli.unplaced.more", count=rest))


def _unplaced(words: Words, row: Unplaced) -> str:
    reasons = "; ".join(
        words.say("cli.unplaced.blocked", rule=_rule(words, part.rule), count=len(part.caregivers))
        for part in row.blocked
    )
    told = words.say("cli.unplaced.visit", visit=row.visit, reasons=reasons)
    key = f"rules.relaxation.{row.relaxation}"
    if row.relaxation is None:
        return told
    advice = words.say(key) if words.knows(key) else row.relaxation
    return f"{told} {words.say('cli.try', advice=advice)}"


def _rule(words: Words, name: str) -> str:
    """Return the rule's name in the language spoken; a rule without words is shown as it is."""
    key = f"rules.{name}.name"
    return words.say(key) if words.knows(key) else name
