"""Published instances: readers onto the one dense problem, and each set's own checker.

The files themselves are not part of the project; the commands take the folder that holds them.
"""
