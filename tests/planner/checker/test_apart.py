"""The checker shares no code with what it judges: its imports show it."""

import ast
from pathlib import Path

import planner.checker


def imported() -> set[str]:
    """Return every module that a file of the checker imports."""
    names: set[str] = set()
    for path in Path(planner.checker.__file__).parent.glob("**/*.py"):
        for node in ast.walk(ast.parse(path.read_text(encoding="utf-8"))):
            if isinstance(node, ast.Import):
                names.update(alias.name for alias in node.names)
            elif isinstance(node, ast.ImportFrom):
                names.add(node.module or ".")
    return names


def test_only_values_are_shared():
    own = {
        name for name in imported() if name.split(".")[0] in {"planner", "solver", "maps", "api"}
    }
    foreign = {name for name in own if not name.startswith(("planner.model", "planner.checker"))}
    assert foreign == set()
    assert "planner.model.case" in own
