"""Reads the instances of Mankowska, Meisel & Bierwirth (2014): keyword lines and numbers."""

from collections.abc import Sequence
from pathlib import Path
from types import MappingProxyType

import numpy as np
import numpy.typing as npt

from benchmarks.sets.doubles import Couple, DoubleServices, Need

Numbers = npt.NDArray[np.float64]

FAMILIES = MappingProxyType({10: "A", 25: "B", 50: "C", 75: "D", 100: "E", 200: "F", 300: "G"})
"""The letter of a family by its number of patients."""


def _sections(path: Path) -> dict[str, Numbers]:
    """Return the numbers that follow each keyword line, flat."""
    sections: dict[str, list[str]] = {}
    current: list[str] = []
    for line in path.read_text(encoding="utf-8").splitlines():
        words = line.split()
        if len(words) == 1 and words[0].isalpha():
            current = sections.setdefault(words[0], [])
        else:
            current.extend(words)
    return {name: np.array(words, dtype=np.float64) for name, words in sections.items()}


def _node_needs(node: int, services: Sequence[int], data: dict[str, Numbers]) -> list[Need]:
    width = int(data["nbServi"][0])
    times = data["p"].reshape(int(data["nbNodes"][0]), -1, width)
    return [
        Need(
            name=f"p{node}.s{service + 1}",
            node=node,
            service=service,
            duration=float(times[node, 0, service]),
            opens=float(data["e"][node]),
            closes=float(data["l"][node]),
        )
        for service in services
    ]


class Mankowska:
    """The reader of the set; node 0 is the depot, the last node is the depot again."""

    name = "mankowska"

    def files(self, folder: Path) -> Sequence[Path]:
        """Return the instance files of ``folder``."""
        return sorted(folder.glob("Instanz*.txt"))

    def read(self, path: Path) -> DoubleServices:
        """Read one instance file; a missing keyword is a ``ValueError``."""
        data = _sections(path)
        missing = {"nbNodes", "nbVehi", "nbServi", "r", "a", "d", "p", "mind", "maxd", "e", "l"}
        if missing := missing - set(data):
            raise ValueError(f"{path.name}: keywords missing: {', '.join(sorted(missing))}")
        nodes = int(data["nbNodes"][0])
        wanted = data["r"].reshape(nodes, -1)
        needs: list[Need] = []
        couples: list[Couple] = []
        for node in range(1, nodes - 1):
            services = [int(service) for service in np.flatnonzero(wanted[node])]
            if len(services) > 1:
                gap = float(data["mind"][node]), float(data["maxd"][node])
                couples.append(Couple(len(needs), len(needs) + 1, *gap))
            needs += _node_needs(node, services, data)
        return DoubleServices(
            name=path.stem,
            needs=tuple(needs),
            couples=tuple(couples),
            able=data["a"].reshape(int(data["nbVehi"][0]), -1) > 0,
            distance=data["d"].reshape(nodes, nodes),
            family=FAMILIES.get(nodes - 2, f"{nodes - 2} patients"),
        )
