"""Streets: networks per travel mode, addresses, travel-time matrices, route lines, maps."""

__distribution__ = "hemrunda"
