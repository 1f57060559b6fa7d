"""What a plan pays before it is published: planned time as if it were performed."""
