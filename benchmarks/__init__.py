"""Measurements, run from a checkout: literature, peers, scale, latency."""
