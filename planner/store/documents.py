"""Documents as they are stored: canonical JSON text and its digest."""

from hashlib import sha256

from planner.model.base import Value


def text_of(value: Value) -> str:
    """Return ``value`` as JSON text; equal values give equal text."""
    return value.model_dump_json()


def digest_of(text: str) -> str:
    """Return the SHA-256 of ``text`` in UTF-8, as 64 hexadecimal digits."""
    return sha256(text.encode()).hexdigest()
