"""What a user could take instead: OR-Tools, PyVRP and VROOM on the same dense problem.

Each module has ``solve(problem, seconds, seed) -> Rounds``; what a rival cannot express stands in
its docstring, and ``benchmarks.rivals.variants`` makes problems that it can.
"""
