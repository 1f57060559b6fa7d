"""What is wrong or dear about an input or a plan: codes with parameters, never words."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from enum import StrEnum
from types import MappingProxyType


class Severity(StrEnum):
    """How bad an input fault is: an error stops planning, a warning does not."""

    ERROR = "error"
    WARNING = "warning"


@dataclass(frozen=True, slots=True)
class Fault:
    """A fault of an input document.

    ``code`` names the fault, ``path`` is its JSON path (``$.clients[3].place``), ``value`` what
    stands there, ``hint`` a code for what to try, ``parameters`` what the words need.
    """

    code: str
    severity: Severity
    path: str
    value: object
    hint: str
    parameters: Mapping[str, object] = field(default_factory=lambda: MappingProxyType({}))


class Level(StrEnum):
    """How much a rule weighs: law is never broken, a promise seldom, a wish is weighed."""

    LAW = "law"
    PROMISE = "promise"
    WISH = "wish"


@dataclass(frozen=True, slots=True)
class Finding:
    """What a rule says of a plan: the rule, its level, the cost, whom it concerns.

    ``cost`` is in cost units for promises and wishes, 0 for the law. ``parameters`` hold codes and
    numbers for the words, for instance ``visit``, ``caregiver``, ``seconds``.
    """

    rule: str
    level: Level
    cost: int
    parameters: Mapping[str, object]
