"""How often every rule had a say when kernel and rules scored the same solutions."""

from collections.abc import Mapping
from pathlib import Path

from benchmarks.laws import NAME
from benchmarks.measuring.figures import Figure, table_in
from benchmarks.page.fill import table
from planner.rules.registry import RULES


def laws(folder: Path) -> str | None:
    """Return the run's counts, a line per rule and the kinds of terms; ``None`` without a run."""
    rows = {row.name: row for row in table_in(folder, NAME).rows()}
    if not rows:
        return None
    text = (
        f"{_count(rows, 'cases')} cases, {_count(rows, 'solutions')} solutions scored twice, "
        f"{_count(rows, 'late')} of them late, {_count(rows, 'differ')} scored apart "
        f"({rows['cases'].date}, {rows['cases'].version})."
    )
    rules = [
        (
            f"`{rule.id}`",
            str(rule.level),
            _count(rows, f"rule.{rule.id}.spoke"),
            _count(rows, f"rule.{rule.id}.told"),
        )
        for rule in RULES
    ]
    kinds = [
        (f"`{name.removeprefix('term.')}`", _count(rows, name))
        for name in rows
        if name.startswith("term.")
    ]
    of_rules = table(("rule", "level", "cases with terms", "cases with findings"), rules)
    return f"{text}\n\n{of_rules}\n\n{table(('kind of term', 'cases'), kinds)}"


def _count(rows: Mapping[str, Figure], name: str) -> str:
    return f"{rows[name].value:,.0f}" if name in rows else "0"
