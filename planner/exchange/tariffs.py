"""Tariffs from TOML files, every fault of a file named."""

import tomllib
from collections.abc import Mapping
from pathlib import Path

from pydantic import ValidationError

from planner.checks.codes import Code, Hint
from planner.checks.report import error
from planner.exchange.documents import InvalidDocument
from planner.exchange.faults import field_faults, shown
from planner.model.findings import Fault
from planner.model.units import Ore
from planner.pay.tariff import Tariff

SIZE_LIMIT = 2**20
"""The largest tariff file that is read, in bytes."""

MOST_ORE = 10**9
"""No price is higher: ten million kronor."""


def read_tariff(source: bytes | Path) -> Tariff:
    """Return the tariff in ``source``; raise ``InvalidDocument`` with every fault.

    Names of prices may be quoted (``"hour.home_care" = 41250``) or nested (``[prices.hour]``).
    """
    table = _table(_bytes(source))
    faults: list[Fault] = []
    prices = dict(_numbers("prices", table.pop("prices", {}), MOST_ORE, faults))
    vat = dict(_numbers("vat", table.pop("vat", {}), 100, faults))
    try:
        tariff = Tariff.model_validate({**table, "prices": _as_ore(prices), "vat": vat})
    except ValidationError as problem:
        raise InvalidDocument((*field_faults(problem, Tariff), *faults)) from None
    if faults:
        raise InvalidDocument(faults)
    return tariff


def _as_ore(prices: Mapping[str, int]) -> dict[str, Ore]:
    """Return ``prices`` as amounts of öre."""
    return {name: Ore(value) for name, value in prices.items()}


def _bytes(source: bytes | Path) -> bytes:
    """Return the bytes of a file that is not too large."""
    if isinstance(source, Path):
        path = source
        try:
            with path.open("rb") as file:
                data = file.read(SIZE_LIMIT + 1)
        except OSError as problem:
            reason = type(problem).__name__
            raise _refused(Code.FILE_UNREADABLE, path.name, Hint.CHECK_FILE, reason) from None
    else:
        data = source
    if len(data) > SIZE_LIMIT:
        raise _refused(Code.DOCUMENT_TOO_LARGE, None, Hint.SPLIT_DOCUMENT, "")
    return data


def _table(data: bytes) -> dict[str, object]:
    """Return what the TOML text says."""
    try:
        return tomllib.loads(data.removeprefix(b"\xef\xbb\xbf").decode())
    except UnicodeDecodeError:
        raise _refused(Code.NOT_UTF8, None, Hint.SAVE_AS_UTF8, "") from None
    except tomllib.TOMLDecodeError as problem:
        raise _refused(Code.NOT_TOML, None, Hint.CHECK_TOML, str(problem)) from None


def _numbers(name: str, given: object, most: int, faults: list[Fault]) -> dict[str, int]:
    """Return the whole numbers below ``name``, nested tables with dots between."""
    if not isinstance(given, dict):
        faults.append(error(Code.WRONG_TYPE, (name,), shown(given), Hint.SEE_SCHEMA))
        return {}
    found: dict[str, int] = {}
    for key, value in given.items():
        if isinstance(value, dict):
            below = _numbers(f"{name}.{key}", value, most, faults)
            found.update({f"{key}.{rest}": number for rest, number in below.items()})
        elif not isinstance(value, int) or isinstance(value, bool):
            where = (*name.split("."), key)
            faults.append(error(Code.WRONG_TYPE, where, shown(value), Hint.WRITE_ORE))
        elif not 0 <= value <= most:
            where = (*name.split("."), key)
            code = Code.NUMBER_TOO_SMALL if value < 0 else Code.NUMBER_TOO_LARGE
            limit = 0 if value < 0 else most
            faults.append(error(code, where, value, Hint.STAY_IN_LIMIT, limit=limit))
        else:
            found[key] = value
    return found


def _refused(code: Code, value: object, hint: Hint, reason: str) -> InvalidDocument:
    """Return the refusal of a whole file."""
    limit = SIZE_LIMIT
    return InvalidDocument([error(code, (), value, hint, reason=reason, limit=limit, byte=0)])
