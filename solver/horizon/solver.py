"""Plans one day as it is and several days towards their aims; a ``planner.ports.Solver``."""

from dataclasses import dataclass, field, replace

from planner.model.instance import Instance
from planner.model.plan import Plan
from planner.ports import Budget, LimitFinder, Observer
from solver.continuity.limits import ContinuityLimits
from solver.engine import Engine
from solver.horizon.aims import aims_of
from solver.horizon.steered import Steered


@dataclass(frozen=True)
class HorizonEngine:
    """All days of the horizon are one problem, searched in rounds towards continuity.

    A single day without a history has too few visits to speak of shares, and is searched as it is.
    """

    engine: Engine = field(default_factory=Engine)
    finder: LimitFinder = field(default_factory=ContinuityLimits)

    def plan(
        self,
        instance: Instance,
        budget: Budget,
        *,
        seed: int,
        observer: Observer | None = None,
        start: Plan | None = None,
    ) -> Plan:
        """Return the best plan found, as ``Engine.plan`` does and with its errors."""
        engine = self.engine
        if instance.case.horizon.days > 1 or instance.case.history:
            aims = aims_of(instance, self.finder.find(instance))
            engine = replace(engine, search=Steered(aims, engine.search))
        return engine.plan(instance, budget, seed=seed, observer=observer, start=start)
