"""Pictures as SVG, self-contained."""
