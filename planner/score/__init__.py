"""How good a plan is: the exact reference score, key figures, and why a visit has no place."""
