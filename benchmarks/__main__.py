"""Run the benchmarks: ``python -m benchmarks COMMAND``."""

from benchmarks.registry import load

load()()
