"""The base plan: read from what was planned, followed by days, replaced with few new faces."""
