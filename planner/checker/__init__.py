"""The independent checker: reads the case itself and says what a plan does wrong.

It shares no code with the demand expansion, the rules, the scorer or the solver, so that a mistake
there cannot hide here. It reads values of ``planner.model`` only.
"""

from planner.checker.check import check_plan
from planner.checker.codes import Code

__all__ = ["Code", "check_plan"]
