"""Networks and lines of one extract: from the cache, or built once and kept there."""

import hashlib
import importlib
import logging
from dataclasses import dataclass, field
from pathlib import Path
from typing import TYPE_CHECKING, TypeVar

from maps.files import discard, load_arrays, save_arrays
from maps.network.pieces import Network
from maps.network.profile import Profiles
from maps.source.area import Area
from maps.source.extract import ExtractError, read_ways
from maps.source.lines import Lines, make_lines
from planner.model.places import TravelMode

if TYPE_CHECKING:
    from collections.abc import Callable

    from maps.files import Arrays

FORMAT = 1
"""Raised whenever the same extract and profile would give other arrays than before."""

_LOG = logging.getLogger(__name__)
_Part = TypeVar("_Part", Network, Lines)


@dataclass
class Library:
    """The networks and lines of ``area`` under ``profiles``, kept in ``folder`` and in memory."""

    area: Area
    profiles: Profiles
    folder: Path
    _networks: dict[TravelMode, Network] = field(default_factory=dict)
    _lines: Lines | None = None

    def digest(self, mode: TravelMode) -> str:
        """Name the network of ``mode``: the extract, the profile and the version of the code."""
        text = f"{FORMAT} {self.area.digest} {mode.value} {self.profiles[mode].digest}"
        return hashlib.sha256(text.encode()).hexdigest()[:32]

    def network(self, mode: TravelMode) -> Network:
        """Return the network of ``mode``; raises ``ExtractError`` where it has no street."""
        if mode not in self._networks:
            digest = self.digest(mode)
            found = self._load(
                self._network_path(mode), lambda arrays: Network.from_arrays(mode, digest, arrays)
            )
            if found is None:
                self._build()
            else:
                self._networks[mode] = found
        network = self._networks[mode]
        if len(network.first) == 0:
            message = f"extract {self.area.path}: no street for {mode.value}; use a larger extract"
            raise ExtractError(message)
        return network

    def lines(self) -> Lines:
        """Return the lines of all streets."""
        if self._lines is None:
            self._lines = self._load(self._lines_path(), Lines.from_arrays)
        if self._lines is None:
            self._build()
        assert self._lines is not None  # noqa: S101  for the type checker: built just above
        return self._lines

    def _network_path(self, mode: TravelMode) -> Path:
        return self.folder / f"{self.digest(mode)}-{mode.value}.npz"

    def _lines_path(self) -> Path:
        return self.folder / f"{self.area.digest[:32]}-{FORMAT}-lines.npz"

    def _load(self, path: Path, make: "Callable[[Arrays], _Part]") -> _Part | None:
        arrays = load_arrays(path)
        if arrays is None:
            return None
        try:
            return make(arrays)
        except (ValueError, TypeError, KeyError, IndexError) as error:
            discard(path, error)
            return None

    def _build(self) -> None:
        """Read the extract once and build and keep everything made from it."""
        _LOG.info("building street networks from %s", self.area.path)
        graph = importlib.import_module("maps.network.graph")  # OSMnx takes a second to import
        ways = read_ways(self.area.path)
        self._lines = make_lines(ways)
        save_arrays(self._lines_path(), self._lines.arrays())
        for mode in TravelMode:
            network = graph.build_network(ways, mode, self.profiles[mode], self.digest(mode))
            self._networks[mode] = network
            save_arrays(self._network_path(mode), network.arrays())
