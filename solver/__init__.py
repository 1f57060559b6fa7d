"""How a good plan is found: compile an instance to a dense problem and search."""

__distribution__ = "hemrunda"
