"""Continuity: how often the care contact comes, and how few faces a client meets."""

from planner.score.continuity.measure import Continuity, continuity_of

__all__ = ["Continuity", "continuity_of"]
