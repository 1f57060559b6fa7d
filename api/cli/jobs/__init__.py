"""What each command does, with the solver and the streets at hand."""
