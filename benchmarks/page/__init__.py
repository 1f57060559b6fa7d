"""Turns recorded tables into the sections and figures of docs/benchmarks.md."""
