"""Input checks: every fault of a document at once, each as a code with its JSON path."""

from planner.checks.checking import check_case

__all__ = ["check_case"]
