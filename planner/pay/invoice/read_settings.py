"""Read the settings of an invoice."""

import tomllib
from pathlib import Path

from pydantic import ValidationError

from planner.exchange.documents import InvalidDocument
from planner.exchange.faults import field_faults
from planner.pay.invoice.check_settings import check_settings
from planner.pay.invoice.codes import InvoiceCode, fault
from planner.pay.invoice.settings import InvoiceSettings

_LARGEST = 2**20


def read_settings(source: bytes | Path) -> InvoiceSettings:
    """Return the settings in ``source``; raises ``InvalidDocument`` with every fault of them."""
    settings = _parsed(source)
    faults = check_settings(settings)
    if faults:
        raise InvalidDocument(faults)
    return settings


def _parsed(source: bytes | Path) -> InvoiceSettings:
    """Return the settings with their fields as they should be."""
    try:
        data = source if isinstance(source, bytes) else source.read_bytes()[: _LARGEST + 1]
        content = tomllib.loads(data.decode())
    except OSError as problem:
        reason = type(problem).__name__
        raise InvalidDocument([fault(InvoiceCode.TOML_UNREADABLE, reason=reason)]) from None
    except (UnicodeDecodeError, tomllib.TOMLDecodeError) as problem:
        reason = f"{type(problem).__name__}"
        raise InvalidDocument([fault(InvoiceCode.TOML_UNREADABLE, reason=reason)]) from None
    try:
        return InvoiceSettings.model_validate(content, strict=False)
    except ValidationError as problem:
        raise InvalidDocument(field_faults(problem, InvoiceSettings)) from None
