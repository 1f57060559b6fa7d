"""The night's work: tasks that can be done anywhere, their results, and what changed."""
