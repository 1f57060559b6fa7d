"""How time, memory and quality grow with groups, with days, and with a whole municipality."""
