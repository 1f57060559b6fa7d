"""Builders of test objects: the one place where tests get cases, travel times and plans."""
