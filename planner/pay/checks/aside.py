"""Set rows with an error aside, so that the others can be settled."""

import re
from collections import defaultdict
from collections.abc import Iterable

from planner.model.findings import Fault, Severity
from planner.pay.model.month import Month

_ROW = re.compile(r"^\$\.(\w+)\[(\d+)\]")


def without_bad_rows(month: Month, faults: Iterable[Fault]) -> Month:
    """Return ``month`` without the rows that an error among ``faults`` is about.

    Rows about a client whose order falls out stay: what is not ordered is not surely paid.
    """
    bad: dict[str, set[int]] = defaultdict(set)
    for fault in faults:
        found = _ROW.match(fault.path)
        if found and fault.severity is Severity.ERROR:
            bad[found[1]].add(int(found[2]))
    if not bad:
        return month
    kept = {
        name: tuple(row for number, row in enumerate(getattr(month, name)) if number not in rows)
        for name, rows in bad.items()
    }
    return month.model_copy(update=kept)
