"""Key figures by name, as they are stored beside a plan."""

from collections.abc import Mapping
from dataclasses import asdict
from types import MappingProxyType

from planner.score.kpi import Kpis


def figures_of(kpis: Kpis, hard_faults: int) -> Mapping[str, float]:
    """Return every key figure that is a number, ``hard_faults`` and ``placed_share``."""
    numbers = {
        name: float(value) for name, value in asdict(kpis).items() if isinstance(value, int | float)
    }
    placed = kpis.visits_placed / kpis.visits_total if kpis.visits_total else 1.0
    return MappingProxyType({**numbers, "hard_faults": float(hard_faults), "placed_share": placed})
