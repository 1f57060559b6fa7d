"""Several writers at once, and writers that are killed: nothing acknowledged is lost."""

import os
import signal
import subprocess
import sys
from pathlib import Path

from planner.store import PlanStore, open_store
from tests.build.morning import morning_plan

WRITER = """
import sys
from datetime import UTC, datetime
from planner.store import open_store
from tests.build.morning import morning_case, morning_plan

url, name, count = sys.argv[1], sys.argv[2], int(sys.argv[3])
store = open_store(url)
for number in range(count):
    plan = f"{name}-{number}"
    store.save(morning_case(), morning_plan(plan), {"n": number}, datetime.now(UTC))
    print(plan, flush=True)
"""

ROOT = Path(__file__).parents[3]


def writer(url: str, name: str, count: int) -> subprocess.Popen[str]:
    return subprocess.Popen(
        [sys.executable, "-c", WRITER, url, name, str(count)],
        stdout=subprocess.PIPE,
        text=True,
        cwd=ROOT,
    )


def stored(store: PlanStore) -> set[str]:
    with store.work() as work:
        return {row.id for row in work.plans.all()}


def test_writers_take_turns(url: str) -> None:
    writers = [writer(url, name, 10) for name in ("a", "b", "c")]
    acknowledged = {line for w in writers for line in w.communicate(timeout=60)[0].split()}
    assert [w.returncode for w in writers] == [0, 0, 0]
    store = open_store(url)
    assert stored(store) == acknowledged
    store.close()
    assert len(acknowledged) == 30


def test_a_killed_writer_loses_nothing_it_acknowledged(url: str) -> None:
    acknowledged: list[str] = []
    for attempt, lines in enumerate((1, 7, 23)):
        with writer(url, f"w{attempt}", 100_000) as program:
            assert program.stdout is not None
            acknowledged += [program.stdout.readline().strip() for _ in range(lines)]
            os.kill(program.pid, signal.SIGKILL)
            acknowledged += program.stdout.read().split()
        assert program.returncode == -signal.SIGKILL
    store = open_store(url)
    found = stored(store)
    assert set(acknowledged) <= found
    assert len(found) <= len(acknowledged) + 3, "at most one write per kill went unannounced"
    with store.work() as work:
        for name in found:
            assert work.plans.get(name) == morning_plan(name)
            assert work.plans.figures(name) == {"n": float(name.split("-")[1])}
    store.close()
