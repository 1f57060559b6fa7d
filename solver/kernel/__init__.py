"""The compiled search: one block of memory, small inlined steps, one loop."""
