"""The identity of documents: hashes of their content."""

import json
from hashlib import sha256

from planner.model.case import Case
from planner.model.plan import Plan

_LENGTH = 24
"""How many hexadecimal digits of a SHA-256 make an id: 96 bits."""


def case_hash(case: Case) -> str:
    """Return a hash of the content of ``case``."""
    return _digest(case.model_dump(mode="json"))


def with_id(plan: Plan) -> Plan:
    """Return ``plan`` with the hash of its content as id, the moment of its making left out.

    The same rounds from the same origin have the same id, whenever they are made.
    """
    content = plan.model_dump(mode="json", exclude={"id", "created"})
    return plan.model_copy(update={"id": _digest(content)})


def _digest(content: object) -> str:
    text = json.dumps(content, sort_keys=True, ensure_ascii=False, separators=(",", ":"))
    return sha256(text.encode()).hexdigest()[:_LENGTH]
