"""Benchmarks, run from a checkout as ``python -m benchmarks``: literature, peers, kernel, scale."""
