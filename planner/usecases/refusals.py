"""Why a use case gives no answer."""

from collections.abc import Iterable

from planner.model.findings import Fault, Severity


class CaseRefused(ValueError):  # noqa: N818  a refusal is an answer, not an accident
    """A case that cannot be planned; ``faults`` are all of its faults, warnings among them."""

    def __init__(self, faults: Iterable[Fault]) -> None:
        """Note ``faults``."""
        self.faults = tuple(faults)
        super().__init__(", ".join(sorted({fault.code for fault in self.faults})))


def refuse(faults: Iterable[Fault]) -> None:
    """Raise ``CaseRefused`` with all of ``faults`` when one of them is an error."""
    found = tuple(faults)
    if any(fault.severity is Severity.ERROR for fault in found):
        raise CaseRefused(found)
