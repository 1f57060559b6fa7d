"""Tables about compensation, and the figures in them."""

from collections.abc import Iterable, Mapping, Sequence

from rich import box
from rich.table import Table

from api.cli.session import Session
from api.words import Words
from planner.exchange.settlements import kronor, minutes
from planner.pay.lines import Status
from planner.pay.money import ore_of
from planner.pay.reasons import Reason
from planner.pay.totals import Total

_TEXT = frozenset(
    {"name", "client", "why", "municipality", "record", "day", "status", "reason", "answer"}
)


def print_table(
    session: Session, title: str, columns: Sequence[str], rows: Iterable[Sequence[str]]
) -> None:
    """Print ``rows`` under ``columns`` (codes below ``pay.column``) as a result."""
    table = Table(box=box.SIMPLE_HEAD, title=title)
    for name in columns:
        justify = "left" if name in _TEXT else "right"
        table.add_column(session.words.say(f"pay.column.{name}"), justify=justify)  # type: ignore[arg-type]
    for row in rows:
        table.add_row(*row)
    session.out.print(table)


def total_rows(words: Words, total: Total) -> list[tuple[str, str]]:
    """Return the figures of ``total``, each with its name."""
    rows: list[tuple[str, int]] = [("paid", total.paid)]
    rows += [(status.value, total.time[status]) for status in Status if status is not Status.SURE]
    rows += [("billed", total.billed), ("staff", total.staff)]
    shown = [(words.say(f"pay.figure.{name}"), words.duration(time)) for name, time in rows]
    shown.append((words.say("pay.figure.count"), words.number(total.count[Status.SURE])))
    shown.append((words.say("pay.figure.billed_count"), words.number(total.billed_count)))
    if total.amount is not None:
        shown.append((words.say("pay.figure.ore"), amount(words, total)))
    return shown


def amount(words: Words, total: Total) -> str:
    """Return what is surely paid in kronor; empty without a tariff."""
    ore = total.ore
    return "" if ore is None else words.number(ore / 100, 2)


def kronor_of(exact: int | None) -> str:
    """Return an exact amount in kronor, plain."""
    return kronor(None if exact is None else ore_of(exact))


def why(words: Words, unpaid: Mapping[Reason, int]) -> str:
    """Return reasons with their minutes, the longest first."""
    ordered = sorted(unpaid.items(), key=lambda row: (-row[1], row[0]))
    return ", ".join(f"{reason_of(words, name)} {minutes(time)}" for name, time in ordered)


def reason_of(words: Words, reason: str) -> str:
    """Return a reason in words; one without is shown as it is."""
    key = f"pay.reason.{reason}"
    return words.say(key) if words.knows(key) else reason


def insats_of(words: Words, name: str) -> str:
    """Return a kind of service, or what stands in its place, in words."""
    key = f"pay.insats.{name}"
    return words.say(key) if words.knows(key) else name


def tell(session: Session, text: str) -> None:
    """Print a remark on the error stream."""
    session.err.print(text, markup=False, highlight=False, soft_wrap=True)
