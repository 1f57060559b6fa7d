"""The kernel compiled anew with every index checked: nothing is out of bounds, nothing counted."""

import os
import subprocess
import sys
from pathlib import Path

ROOT = Path(__file__).parents[3]

CODE = """
import re
from planner.ports import Budget
from solver.anneal import solve
from solver.exact import evaluate
from solver.kernel.anneal import anneal
from tests.build.planted import planted_day
from tests.build.problems import watched_problem, wild_problem
told = []
problems = [wild_problem(seed, tasks=14, shifts=4) for seed in range(20)] + [planted_day(1)[0]]
problems += [watched_problem(seed, rows=5 if seed % 2 else 150) for seed in range(20)]
for problem in problems:
    found = solve(problem, Budget(iterations=20_000), seed=1, compiling=lambda: told.append(1))
    assert evaluate(problem, found.rounds, found.start).cost == found.cost
text = anneal.inspect_llvm(anneal.signatures[0])
name = re.search(r'^define [^@]*@([^( ]*make_anneal[^( ]*)[(]', text, re.M).group(1)
body = text[text.index('@' + name + '('):]
body = body[:body.index(chr(10) + '}')]
print(len(told), len(body.splitlines()), len(re.findall('NRT_(?:in|de)cref', body)))
"""


def test_the_loop_stays_in_bounds_and_counts_no_references(tmp_path: Path):
    environment = os.environ | {"NUMBA_BOUNDSCHECK": "1", "NUMBA_CACHE_DIR": str(tmp_path)}
    done = subprocess.run(
        [sys.executable, "-c", CODE],
        cwd=ROOT,
        env=environment,
        capture_output=True,
        text=True,
        check=False,
        timeout=900,
    )
    assert done.returncode == 0, done.stderr[-2000:]
    told, lines, counted = map(int, done.stdout.split())
    assert told == 1
    assert lines > 1000
    assert counted == 0
