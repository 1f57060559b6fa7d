"""Reports for unit managers: key figures over time, as self-contained HTML with SVG."""

from api.report.page import within, write_history
from api.report.standings import write_standings

__all__ = ["within", "write_history", "write_standings"]
