import ast
from collections import Counter
from pathlib import Path

import pytest

import api
import planner
import solver
from api.words import Language, load
from planner.model.base import Value
from planner.model.findings import Level
from planner.model.weights import Weights
from planner.rules.ids import RuleId
from planner.rules.registry import RULES
from planner.score.relaxation import Relaxation


def test_every_rule_is_registered_once_and_the_law_comes_first():
    assert Counter(rule.id for rule in RULES) == Counter(RuleId)
    levels = [rule.level for rule in RULES]
    assert levels == sorted(levels, key=list(Level).index)


@pytest.mark.parametrize("rule", RULES, ids=lambda rule: rule.id)
def test_a_rule_is_one_file_with_a_name_a_source_and_a_test(rule):
    assert rule.name_sv == load(Language.SWEDISH).say(f"rules.{rule.id}.name")
    assert rule.name_en == load(Language.ENGLISH).say(f"rules.{rule.id}.name")
    assert rule.sources
    module = type(rule).__module__.rpartition(".")[2]
    assert (Path(__file__).parent / f"test_{module}.py").exists()
    assert sum(type(other).__module__ == type(rule).__module__ for other in RULES) == 1


@pytest.mark.parametrize("language", Language)
def test_every_relaxation_has_words(language):
    for code in Relaxation:
        assert load(language).say(f"rules.relaxation.{code}").endswith(".")


def sources(package):
    return sorted(Path(*package.__path__).rglob("*.py"))


def test_nobody_else_writes_the_name_of_a_rule_as_a_string():
    fields = {name for value in Value.__subclasses__() for name in value.model_fields}
    names = {rule.value for rule in RuleId if "_" in rule.value} - fields
    assert len(names) > len(RuleId) // 4
    home = Path(*planner.__path__) / "rules" / "ids.py"
    for path in (*sources(planner), *sources(api)):
        for node in ast.walk(ast.parse(path.read_text(encoding="utf-8"))):
            if isinstance(node, ast.Constant) and node.value in names:
                assert path == home, f"{path}:{node.lineno} writes {node.value!r}"


def test_the_solver_never_names_a_rule():
    for path in sources(solver):
        assert "RuleId" not in path.read_text(encoding="utf-8"), path


def test_the_documents_name_every_rule_and_every_weight():
    docs = Path(*planner.__path__).parent / "docs"
    told = (docs / "rules.md").read_text(encoding="utf-8")
    for rule in RULES:
        row = next(line for line in told.splitlines() if line.startswith(f"| `{rule.id}` |"))
        assert f"| {rule.level} |" in row
        assert row.endswith(f"| {', '.join(rule.sources)} |")
    weights = (docs / "objective.md").read_text(encoding="utf-8")
    for name, field in Weights.model_fields.items():
        default = f"{field.default:,}".replace(",", " ")
        assert f"| `{name}` | {default} |" in weights
