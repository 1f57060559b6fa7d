"""Input checks: every fault of a document at once, each as a code with its JSON path."""

from planner.checks.check_case import check_case

__all__ = ["check_case"]
