"""The compiled loop counts no references: that was most of the time of an earlier form."""

import os
import re
import subprocess
import sys
from pathlib import Path

ROOT = Path(__file__).parents[3]

INSPECT = """
import re
from solver.kernel.anneal import anneal
from solver.search.warm import warm_up
warm_up()
text = anneal.inspect_llvm(anneal.signatures[0])
name = re.search(r'^define [^@]*@([^( ]*make_anneal[^( ]*)\\(', text, re.M).group(1)
body = text[text.index('@' + name + '('):]
body = body[:body.index('\\n}')]
print(len(body.splitlines()), len(re.findall('NRT_(?:in|de)cref', body)))
"""


def test_no_reference_is_counted_in_the_loop(tmp_path: Path):
    environment = os.environ | {"NUMBA_CACHE_DIR": str(tmp_path)}
    done = subprocess.run(
        [sys.executable, "-c", INSPECT],
        cwd=ROOT,
        env=environment,
        capture_output=True,
        text=True,
        check=True,
        timeout=600,
    )
    lines, counted = map(int, done.stdout.split())
    assert lines > 1000
    assert counted == 0
