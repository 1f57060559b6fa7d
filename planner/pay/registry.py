"""Every compensation model there is: whatever in ``planner.pay.models`` has a ``MUNICIPALITY``."""

import importlib
import pkgutil
from collections.abc import Mapping
from functools import cache
from types import MappingProxyType

from planner.pay import models
from planner.pay.compensation import Municipality


@cache
def municipalities() -> Mapping[str, Municipality]:
    """Return the municipalities by key, sorted."""
    found: dict[str, Municipality] = {}
    for module in pkgutil.iter_modules(models.__path__):
        row = importlib.import_module(f"{models.__name__}.{module.name}").MUNICIPALITY
        found[row.id] = row
    return MappingProxyType(dict(sorted(found.items())))
