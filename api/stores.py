"""Open the database of a run, and close it when the run is done."""

from collections.abc import Iterator
from contextlib import closing, contextmanager

from planner.store import PlanStore, default_url, open_store


@contextmanager
def opened(url: str | None) -> Iterator[PlanStore]:
    """Yield the store at ``url``, or the user's own one, and close it.

    Raises ``StoreError`` when it cannot be used.
    """
    with closing(open_store(url or default_url())) as store:
        yield store
