"""The search around the kernel: start, cooling, budget, progress, the best plan so far."""
