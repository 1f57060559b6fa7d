"""The literature sets that can be read, by name."""

from collections.abc import Mapping
from enum import StrEnum
from types import MappingProxyType

from benchmarks.sets.bredstrom import Bredstrom
from benchmarks.sets.italian import Italian
from benchmarks.sets.mankowska import Mankowska
from benchmarks.sets.routes import Reader
from benchmarks.sets.vrptw import Vrptw


class SetName(StrEnum):
    """A literature set under one objective."""

    MANKOWSKA = "mankowska"
    BREDSTROM = "bredstrom"
    BREDSTROM_PREFERENCE = "bredstrom-preference"
    ITALIAN = "italian"
    VRPTW = "vrptw"


READERS: Mapping[SetName, Reader] = MappingProxyType(
    {
        SetName.MANKOWSKA: Mankowska(),
        SetName.BREDSTROM: Bredstrom(),
        SetName.BREDSTROM_PREFERENCE: Bredstrom("preference"),
        SetName.ITALIAN: Italian(),
        SetName.VRPTW: Vrptw(),
    }
)
