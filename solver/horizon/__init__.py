"""Planning many days together: parts of a problem, and prices that follow continuity."""
