"""Reports for unit managers: key figures over time, as self-contained HTML with SVG."""

from api.report.page import write_history

__all__ = ["write_history"]
