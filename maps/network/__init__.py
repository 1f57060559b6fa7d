"""Ways to networks: who may travel where and how fast, as arrays per travel mode."""
