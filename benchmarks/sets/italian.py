"""Reads the Italian instances of Ceschia et al. (2024): Mankowska's problem on road times."""

import json
from collections.abc import Sequence
from pathlib import Path
from typing import Any

import numpy as np

from benchmarks.sets.doubles import Couple, DoubleServices, Need


def _needs(patients: list[dict[str, Any]], services: dict[str, int]) -> list[Need]:
    return [
        Need(
            name=f"{patient['id']}.{required['service']}",
            node=node,
            service=services[required["service"]],
            duration=float(required["duration"]),
            opens=float(patient["time_window"][0]),
            closes=float(patient["time_window"][1]),
        )
        for node, patient in enumerate(patients, start=1)
        for required in patient["required_caregivers"]
    ]


def _couples(patients: list[dict[str, Any]]) -> list[Couple]:
    couples: list[Couple] = []
    number = 0
    for patient in patients:
        link = patient.get("synchronization")
        if link:
            least, most = (
                (0.0, 0.0) if link["type"] == "simultaneous" else map(float, link["distance"])
            )
            couples.append(Couple(number, number + 1, least, most))
        number += len(patient["required_caregivers"])
    return couples


class Italian:
    """The reader of the set; row 0 of the distances is the office."""

    name = "italian"

    def files(self, folder: Path) -> Sequence[Path]:
        """Return the instance files of ``folder``."""
        return sorted(folder.glob("instance_*.json"))

    def read(self, path: Path) -> DoubleServices:
        """Read one instance file."""
        data = json.loads(path.read_text(encoding="utf-8"))
        services = {service["id"]: number for number, service in enumerate(data["services"])}
        able = np.zeros((len(data["caregivers"]), len(services)), dtype=np.bool_)
        for row, caregiver in zip(able, data["caregivers"], strict=True):
            row[[services[name] for name in caregiver["abilities"]]] = True
        return DoubleServices(
            name=path.stem,
            needs=tuple(_needs(data["patients"], services)),
            couples=tuple(_couples(data["patients"])),
            able=able,
            distance=np.array(data["distances"], dtype=np.float64),
            family="Italian",
        )
