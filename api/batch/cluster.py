"""Workers on a Dask cluster: an embedded one on this computer, or one whose address is given."""

import logging
from collections.abc import Iterator
from contextlib import contextmanager

from distributed import Client, Future, LocalCluster, as_completed

from api.batch.work import do_task
from planner.night.task import Task, TaskResult
from planner.night.workers import Done

PATIENCE = "10s"
"""How long a scheduler may take to answer."""

TRIES = 3
"""How often a task is given to another worker when its worker dies."""


class Cluster:
    """Does tasks on a Dask cluster; implements ``planner.night.workers.Workers``."""

    def __init__(self, client: Client) -> None:
        """Use ``client``, which somebody else closes."""
        self._client = client
        self._tasks: dict[str, Task] = {}
        self._ended = as_completed()

    def submit(self, task: Task) -> None:
        """Send ``task`` to the cluster as text; district tasks come before further teams."""
        future = self._client.submit(
            do_task, task.text, key=task.digest, pure=True, priority=1 if task.start else 0
        )
        self._tasks[task.digest] = task
        self._ended.add(future)

    def wait(self) -> Done:
        """Return the next task that has ended."""
        future: Future[str] = next(self._ended)
        task = self._tasks.pop(str(future.key))
        if future.status != "finished":
            return Done(task, error=_name_of(future))
        result = TaskResult.model_validate_json(future.result())
        future.release()
        return Done(task, result)


def _name_of(future: Future[str]) -> str:
    """Return the kind of error; its message is not repeated, since it may name somebody."""
    error = future.exception()
    return type(error).__name__ if error is not None else str(future.status)


@contextmanager
def embedded(workers: int) -> Iterator[Cluster]:
    """Yield ``workers`` processes on this computer, reachable from nowhere else."""
    with (
        LocalCluster(
            n_workers=workers,
            threads_per_worker=1,
            processes=True,
            host="127.0.0.1",
            dashboard_address="127.0.0.1:0",
            silence_logs=logging.CRITICAL,
        ) as cluster,
        Client(cluster) as client,
    ):
        yield Cluster(client)


@contextmanager
def remote(address: str, patience: str = PATIENCE) -> Iterator[Cluster]:
    """Yield the cluster whose scheduler is at ``address``, for instance ``tcp://10.0.0.5:8786``.

    Raises ``OSError`` when nothing answers there.
    """
    with Client(address, timeout=patience) as client:
        yield Cluster(client)
