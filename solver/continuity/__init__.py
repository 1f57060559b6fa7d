"""Continuity as an optimization of its own: what is possible, and who should be whose contact."""
