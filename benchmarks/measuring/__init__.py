"""What the benchmarks share: clocks, tables on disk, the machine, summaries."""
