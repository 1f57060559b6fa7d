"""Where plans are kept: an append-only database of cases, plan versions and their key figures."""

from planner.store.errors import StoreError, StoreFault
from planner.store.location import default_url
from planner.store.pasts import PastFigure
from planner.store.plans import StoredPlan
from planner.store.store import PlanStore, open_store

__all__ = [
    "PastFigure",
    "PlanStore",
    "StoreError",
    "StoreFault",
    "StoredPlan",
    "default_url",
    "open_store",
]
