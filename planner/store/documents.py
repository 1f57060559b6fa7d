"""Documents as they are stored: canonical JSON text and its digest."""

from hashlib import sha256

from planner.model.base import Value
from planner.store.errors import StoreError, StoreFault


def text_of(value: Value) -> str:
    """Return ``value`` as JSON text; equal values give equal text."""
    return value.model_dump_json()


def digest_of(text: str) -> str:
    """Return the SHA-256 of ``text`` in UTF-8, as 64 hexadecimal digits."""
    return sha256(text.encode()).hexdigest()


def undamaged(text: str, digest: str, name: str) -> str:
    """Return the stored document ``text``, which still has its ``digest``.

    Raises ``StoreError``: ``document_damaged`` with ``name`` when it has not.
    """
    if digest_of(text) != digest:
        raise StoreError(StoreFault.DOCUMENT_DAMAGED, name)
    return text
