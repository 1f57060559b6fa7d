"""Terms become arrays: one small compiler for each kind of term."""
