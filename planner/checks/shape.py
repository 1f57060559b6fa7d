"""The shape of a document: which models and identifiers its fields hold."""

from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache
from types import MappingProxyType
from typing import NewType, get_args

from planner.model.base import Value

Steps = tuple[str | int, ...]
"""The way from the root of a document to a value: field names and list positions."""


@dataclass(frozen=True, slots=True)
class Reference:
    """An identifier that stands at ``steps``, and whose it is (``PlaceId``, for instance)."""

    steps: Steps
    kind: str
    name: str


def references(value: object, steps: Steps = ()) -> Iterator[Reference]:
    """Yield every identifier below ``value`` that names something else, in document order.

    A model's own ``id`` is left out.
    """
    if isinstance(value, tuple):
        for number, entry in enumerate(value):
            yield from references(entry, (*steps, number))
    elif isinstance(value, Value):
        for field, kind in _fields(type(value)).items():
            below = getattr(value, field)
            if kind is None:
                yield from references(below, (*steps, field))
            else:
                yield from _named(below, kind, (*steps, field))


def model_at(root: type[Value], steps: Steps) -> type[Value] | None:
    """Return the model that stands at ``steps`` of a document, ``None`` where there is none."""
    model: type[Value] | None = root
    for step in steps:
        if isinstance(step, str):
            field = model.model_fields.get(step) if model else None
            model = _model_in(field.annotation) if field else None
    return model


def _named(value: object, kind: str, steps: Steps) -> Iterator[Reference]:
    """Yield the identifiers of one field: none, one, or a list of them."""
    if isinstance(value, tuple):
        for number, entry in enumerate(value):
            yield Reference((*steps, number), kind, entry)
    elif isinstance(value, str):
        yield Reference(steps, kind, value)


@cache
def _fields(model: type[Value]) -> MappingProxyType[str, str | None]:
    """Return the fields of ``model`` to look into: with the kind of id they hold, or ``None``."""
    found: dict[str, str | None] = {}
    for name, field in model.model_fields.items():
        kind = _id_in(field.annotation)
        if kind is not None and name != "id":
            found[name] = kind
        elif _model_in(field.annotation):
            found[name] = None
    return MappingProxyType(found)


def _id_in(annotation: object) -> str | None:
    """Return the name of the identifier type within ``annotation``."""
    if isinstance(annotation, NewType):
        return annotation.__name__ if annotation.__name__.endswith("Id") else None
    return next((kind for part in get_args(annotation) if (kind := _id_in(part))), None)


def _model_in(annotation: object) -> type[Value] | None:
    """Return the model within ``annotation``."""
    if isinstance(annotation, type) and issubclass(annotation, Value):
        return annotation
    return next((model for part in get_args(annotation) if (model := _model_in(part))), None)
