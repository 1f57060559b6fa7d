"""Read the language files that lie beside this module."""

import tomllib
from collections.abc import Iterator, Mapping
from functools import cache
from importlib import resources
from types import MappingProxyType

from api.words.language import Language
from api.words.words import Words


@cache
def load(language: Language) -> Words:
    """Return every text of ``language``.

    Raises ``TypeError`` naming the file and key when a value is not a text.
    """
    texts: dict[str, str] = {}
    for topic in topics(language):
        file = resources.files("api.words") / f"{topic}.{language}.toml"
        table = tomllib.loads(file.read_text(encoding="utf-8"))
        texts.update(_flat(topic, table))
    return Words(language, MappingProxyType(texts))


def topics(language: Language) -> tuple[str, ...]:
    """Return the topics that have a file in ``language``, sorted."""
    suffix = f".{language}.toml"
    names = (entry.name for entry in resources.files("api.words").iterdir())
    return tuple(sorted(name.removesuffix(suffix) for name in names if name.endswith(suffix)))


def _flat(prefix: str, table: Mapping[str, object]) -> Iterator[tuple[str, str]]:
    for key, value in table.items():
        code = f"{prefix}.{key}"
        if isinstance(value, str):
            yield code, value
        elif isinstance(value, Mapping):
            yield from _flat(code, value)
        else:
            message = f"{code}: a text is expected, not {value!r}; put it in quotes"
            raise TypeError(message)
