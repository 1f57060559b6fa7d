"""One rule, one file: its level, the terms it emits, its reference check."""
