"""Planning many days together: prices between rounds of search that follow continuity."""
