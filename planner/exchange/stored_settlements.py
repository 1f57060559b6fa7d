"""Read settlements back from the JSON that they were stored as."""

import json
from collections.abc import Mapping
from dataclasses import fields
from datetime import date
from typing import Any

from planner.model.findings import Fault, Severity
from planner.pay.lines import Line, Source, Status
from planner.pay.model.kinds import Insats
from planner.pay.reasons import Reason
from planner.pay.settlement import Settlement

_FIELDS = tuple(field.name for field in fields(Line))


def read_settlement(document: str) -> Settlement:
    """Return the settlement that ``write_json`` wrote as ``document``.

    Its faults have code, severity and path only. Written again it is the same document, but for
    an avstämning, which is none of the settlement.
    """
    content = json.loads(document)
    return Settlement(
        municipality=content["municipality"],
        provider=content["provider"],
        unit=content["unit"],
        month=content["month"],
        lines=tuple(_line_of(row) for row in content["lines"]),
        faults=tuple(
            Fault(row["code"], Severity(row["severity"]), row["path"], None, "")
            for row in content["faults"]
        ),
        tariff=content["tariff"],
    )


def _line_of(row: Mapping[str, Any]) -> Line:
    """Return the line that ``_line`` wrote as ``row``."""
    insats = row["insats"]
    changed: dict[str, Any] = {
        "source": Source(row["source"]),
        "day": date.fromisoformat(row["day"]),
        "status": Status(row["status"]),
        "reason": Reason(row["reason"]),
        "rules": tuple(row["rules"]),
        "insats": None if insats is None else Insats(insats),
    }
    return Line(**{name: changed.get(name, row[name]) for name in _FIELDS})
