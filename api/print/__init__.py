"""Printable pages: one per round, an index of them, and all of them in one file for the printer."""

from api.print.gather import sheets_of
from api.print.pages import Pages, write_pages
from api.print.sheet import Row, RowKind, Sheet

__all__ = ["Pages", "Row", "RowKind", "Sheet", "sheets_of", "write_pages"]
