"""Paths over a network: from a point to the street, along the streets, to another point."""
