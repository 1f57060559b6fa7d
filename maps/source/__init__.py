"""Where streets come from: extracts of OpenStreetMap, by name, by path or by place."""
