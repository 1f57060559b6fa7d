"""Nights as the batch plans them: run, judged anew, and set beside teams that are alone."""
