"""One self-contained, offline HTML file of the rounds on the streets."""

from maps.export.page import render_map
from maps.export.values import MapOffice, MapRound, MapStop, MapTexts

__all__ = ["MapOffice", "MapRound", "MapStop", "MapTexts", "render_map"]
