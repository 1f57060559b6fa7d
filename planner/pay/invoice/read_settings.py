"""Read the settings of an invoice."""

from pathlib import Path

from planner.exchange.documents import InvalidDocument
from planner.exchange.settings_file import read_toml
from planner.pay.invoice.check_settings import check_settings
from planner.pay.invoice.settings import InvoiceSettings


def read_settings(source: bytes | Path) -> InvoiceSettings:
    """Return the settings in ``source``; raises ``InvalidDocument`` with every fault of them."""
    settings = read_toml(source, InvoiceSettings)
    faults = check_settings(settings)
    if faults:
        raise InvalidDocument(faults)
    return settings
