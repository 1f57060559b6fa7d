"""What the program's exit codes mean."""

from enum import IntEnum


class ExitCode(IntEnum):
    """The exit codes of every command.

    ``DONE``: done, no hard fault. ``FAULTS``: the plan has a hard fault. ``INPUT``: a document, a
    file or an option cannot be used. ``SURROUNDINGS``: the store or the disk refuses, though the
    input is good. ``DEFECT``: Hemrunda itself is at fault. ``INTERRUPTED``: stopped by the user
    before there was anything to keep.
    """

    DONE = 0
    FAULTS = 1
    INPUT = 2
    SURROUNDINGS = 3
    DEFECT = 70
    INTERRUPTED = 130
