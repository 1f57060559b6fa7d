from dataclasses import replace
from pathlib import Path

from typer.testing import CliRunner

from benchmarks.laws import tell
from benchmarks.page.law_table import laws
from benchmarks.registry import load
from planner.model.case import Case
from planner.rules.registry import RULES
from solver.compile import COMPILERS
from tests.build.cases import instance_of, small_case
from tests.build.law_run import STRUCTURAL, LawRun
from tests.build.two_scores import compared


def test_a_run_too_small_for_every_rule_is_a_failure_that_names_them(tmp_path: Path):
    done = CliRunner().invoke(load(), ["laws", "--cases", "1", "--out", str(tmp_path)])
    assert done.exit_code == 1
    assert "1 cases" in done.output
    assert "not covered: household emits no term" in done.output
    text = laws(tmp_path)
    assert text is not None
    assert text.startswith("1 cases, ")
    assert "| `household` | law | 0 | 0 |" in text


def test_without_a_case_nothing_is_covered():
    lines = LawRun().silent()
    assert len(lines) == 2 * len(RULES) - len(STRUCTURAL) + len(COMPILERS)


def test_without_a_run_there_is_no_table(tmp_path: Path):
    assert laws(tmp_path) is None


def test_a_cost_or_a_lateness_that_the_rules_do_not_confirm_is_a_disagreement(
    tmp_path: Path, capsys
):
    rows = list(compared(instance_of(small_case()), 1))
    assert all(row.agree for row in rows)
    last = rows[-1]
    for wrong in (replace(last, kernel=last.kernel + 1), replace(last, arrays=0)):
        assert not wrong.agree
    assert not replace(last, late=1).agree
    run = LawRun(cases=1, differ=[(small_case(), 7, replace(last, kernel=-1))])
    tell(run, tmp_path)
    assert "seed 7, found: kernel -1" in capsys.readouterr().out
    kept = (tmp_path / "laws-0.json").read_text(encoding="utf-8")
    assert Case.model_validate_json(kept) == small_case()
