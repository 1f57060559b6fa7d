"""What can be wrong with the terms of a set of rules."""


class CompileError(ValueError):
    """An instance and its rules that make no problem; the message names the term and the cure."""
