"""The command line: ``hemrunda``."""
