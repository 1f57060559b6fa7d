"""Generated cases as dense problems, for every benchmark that needs one."""

from functools import cache

from api.demo import DemoSize, generate
from maps.streets import Streets
from planner.calendar.demand import expand
from planner.model.instance import Instance
from solver.compile import compile_instance
from solver.problem import Problem


@cache
def generated(size: DemoSize, seed: int, days: int = 1, only: int | None = None) -> Instance:
    """Return the generated case of ``size`` and ``seed`` on the shipped streets.

    ``only`` takes the first so many of its groups.
    """
    demo = generate(size, seed=seed, days=days, only=only, streets=Streets.open("goteborg"))
    return Instance(demo.case, expand(demo.case), demo.travel)


def dense(size: DemoSize, seed: int, days: int = 1) -> Problem:
    """Return the dense problem of a generated case."""
    return compile_instance(generated(size, seed, days)).problem
