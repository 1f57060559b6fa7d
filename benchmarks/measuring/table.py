"""A table of measurements on disk: one CSV file, written row by row, read back with its types."""

import csv
from collections.abc import Callable, Mapping, Sequence
from dataclasses import asdict, fields
from pathlib import Path
from types import UnionType
from typing import TYPE_CHECKING, Any, Generic, TypeVar, get_args, get_type_hints

if TYPE_CHECKING:
    from _typeshed import DataclassInstance

    R = TypeVar("R", bound=DataclassInstance)
else:
    R = TypeVar("R")


class TableError(ValueError):
    """A file is not the table that it should be."""


class Table(Generic[R]):
    """Rows of one frozen dataclass in a CSV file.

    Two rows with the same values in the columns ``key`` are the same measurement; the later one
    counts, so that a run may be resumed or repeated without a rewrite.
    """

    def __init__(self, path: Path, row: type[R], key: Sequence[str]) -> None:
        """Use ``path``, which need not exist yet."""
        self.path = path
        self._row = row
        self._key = tuple(key)
        self._columns = [field.name for field in fields(row)]

    def key(self, row: R) -> tuple[object, ...]:
        """Return what tells ``row`` from other measurements."""
        return tuple(getattr(row, name) for name in self._key)

    def rows(self) -> list[R]:
        """Return the rows that count, in the order in which their keys first came."""
        if not self.path.exists():
            return []
        found: dict[tuple[object, ...], R] = {}
        with self.path.open(encoding="utf-8", newline="") as file:
            reader = csv.DictReader(file)
            if list(reader.fieldnames or ()) != self._columns:
                raise TableError(f"{self.path}: columns {reader.fieldnames}, not {self._columns}")
            parsers = _parsers(self._row)
            for number, cells in enumerate(reader, start=2):
                row = self._parsed(cells, parsers, number)
                found[self.key(row)] = row
        return list(found.values())

    def _parsed(
        self,
        cells: Mapping[str, str | None],
        parsers: Mapping[str, Callable[[str], Any]],
        line: int,
    ) -> R:
        try:
            return self._row(**{name: parse(cells[name] or "") for name, parse in parsers.items()})
        except ValueError as error:
            raise TableError(f"{self.path}, line {line}: {error}") from error

    def add(self, row: R) -> None:
        """Write ``row`` at the end at once; an interrupted run loses nothing."""
        self.path.parent.mkdir(parents=True, exist_ok=True)
        new = not self.path.exists()
        with self.path.open("a", encoding="utf-8", newline="") as file:
            writer = csv.DictWriter(file, self._columns, lineterminator="\n")
            if new:
                writer.writeheader()
            writer.writerow(asdict(row))


def _parsers(row: type[Any]) -> dict[str, Callable[[str], Any]]:
    return {name: _parser(hint) for name, hint in get_type_hints(row).items()}


def _parser(hint: Any) -> Callable[[str], Any]:  # noqa: ANN401 (any annotation)
    if isinstance(hint, UnionType):
        (kind,) = (part for part in get_args(hint) if part is not type(None))
        return lambda text: kind(text) if text else None
    parse: Callable[[str], Any] = hint
    return parse
