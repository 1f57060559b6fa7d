"""Real Dask workers: embedded processes, one that is killed, and a scheduler of its own."""

import os
import re
import signal
import socket
import subprocess
import sys
import time
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

import pytest
from distributed import Client

from api.batch.cluster import Cluster, embedded, remote
from api.batch.work import do_task
from planner.night.task import Stage, Task, TaskResult
from planner.night.travel_text import travel_to_text
from planner.night.workers import Done
from tests.build.cases import small_case, straight_line_travel

ROOT = Path(__file__).parents[3]
MANY = 3_000_000
"""Moves that take a few seconds, time enough to kill who makes them."""


def task(seed: int, iterations: int = 5_000) -> Task:
    case = small_case()
    return Task(
        unit=f"unit {seed}",
        stage=Stage.TEAM,
        case=case,
        travel=travel_to_text(straight_line_travel(case)),
        seed=seed,
        iterations=iterations,
        code_version="test",
    )


def all_of(cluster: Cluster, tasks: list[Task]) -> dict[str, Done]:
    for row in tasks:
        cluster.submit(row)
    return {done.task.unit: done for done in (cluster.wait() for _ in tasks)}


def here(row: Task) -> str:
    return TaskResult.model_validate_json(do_task(row.text)).plan.id


def plan_of(done: Done) -> str:
    assert done.result is not None, done.error
    return done.result.plan.id


@contextmanager
def program(*arguments: str) -> Iterator[subprocess.Popen[bytes]]:
    """Run a program of Dask until the test ends."""
    environment = {
        **os.environ,
        "PYTHONPATH": str(ROOT),
        "DASK_DISTRIBUTED__DIAGNOSTICS__NVML": "0",
    }
    with subprocess.Popen(
        [sys.executable, "-m", *arguments],
        env=environment,
        stdout=subprocess.DEVNULL,
        stderr=subprocess.DEVNULL,
    ) as running:
        try:
            yield running
        finally:
            running.terminate()


def free_port() -> int:
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        return int(probe.getsockname()[1])


def workers_at(address: str, count: int) -> None:
    """Wait until ``count`` workers have come."""
    with Client(address, timeout="30s") as client:
        client.wait_for_workers(count, timeout=60)


def test_embedded_workers_plan_as_this_process_does() -> None:
    tasks = [task(seed) for seed in (1, 2, 3)]
    with embedded(2) as cluster:
        found = all_of(cluster, tasks)
    assert {unit: plan_of(done) for unit, done in found.items()} == {
        row.unit: here(row) for row in tasks
    }


def test_a_task_that_fails_says_how_and_the_others_are_done() -> None:
    bad = task(1).model_copy(
        update={"unit": "bad", "travel": task(1).travel.model_copy(update={"places": ()})}
    )
    with embedded(1) as cluster:
        found = all_of(cluster, [bad, task(2)])
    assert found["bad"].result is None
    assert found["bad"].error == "ValueError"
    assert plan_of(found["unit 2"]) == here(task(2))


def test_a_killed_worker_loses_nothing() -> None:
    tasks = [task(seed, MANY) for seed in (1, 2)]
    port = str(free_port())
    address = f"tcp://127.0.0.1:{port}"
    with (
        program(
            "distributed.cli.dask_scheduler",
            "--host",
            "127.0.0.1",
            "--port",
            port,
            "--no-dashboard",
        ),
        program(
            "distributed.cli.dask_worker",
            address,
            "--host",
            "127.0.0.2",
            "--nthreads",
            "1",
            "--no-dashboard",
            "--no-nanny",
        ) as victim,
    ):
        workers_at(address, 1)
        with remote(address) as cluster:
            for row in tasks:
                cluster.submit(row)
            time.sleep(1)
            os.kill(victim.pid, signal.SIGKILL)
            with program(
                "distributed.cli.dask_worker",
                address,
                "--host",
                "127.0.0.3",
                "--nthreads",
                "1",
                "--no-dashboard",
                "--no-nanny",
            ):
                found = {done.task.unit: done for done in (cluster.wait() for _ in tasks)}
    assert {unit: plan_of(done) for unit, done in found.items()} == {
        row.unit: here(row) for row in tasks
    }


def test_nobody_at_the_address_is_an_error_that_names_it() -> None:
    with pytest.raises(OSError, match=re.escape("127.0.0.1:1")), remote("tcp://127.0.0.1:1", "2s"):
        pass
