"""Streets: networks per travel mode, addresses, travel-time matrices, route lines, maps."""
