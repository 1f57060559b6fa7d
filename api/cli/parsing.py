"""Read the values of options; what does not fit is refused with the option's name."""

from collections.abc import Callable
from datetime import date, datetime

from api.cli.refusals import refused
from planner.calendar.clock import ZONE
from planner.model.moments import FIRST_DAY, LAST_DAY

BIGGEST_SEED = 2**31 - 1


def whole(option: str, least: int, most: int) -> Callable[[str], int]:
    """Return a reader of whole numbers from ``least`` to ``most``."""

    def read(text: str) -> int:
        digits = str(text).strip()  # Typer hands over a default as it is
        if not digits.isascii() or not digits.removeprefix("-").isdecimal():
            raise refused("whole_number", option, text, least=least, most=most)
        value = int(digits) if len(digits) <= len(str(most)) + 1 else most + 1
        if not least <= value <= most:
            raise refused("out_of_range", option, text, least=least, most=most)
        return value

    return read


def seconds(option: str, most: float) -> Callable[[str], float]:
    """Return a reader of a duration in seconds above zero, a decimal comma allowed."""

    def read(text: str) -> float:
        try:
            value = float(text.strip().replace(",", "."))
        except ValueError:
            raise refused("seconds", option, text, most=most) from None
        if not 0 < value <= most:
            raise refused("seconds", option, text, most=most)
        return value

    return read


def day(option: str) -> Callable[[str], date]:
    """Return a reader of a date as ``2026-11-23``."""

    def read(text: str) -> date:
        try:
            value = date.fromisoformat(text.strip())
        except ValueError:
            raise refused("date", option, text) from None
        if not FIRST_DAY <= value <= LAST_DAY:
            raise refused("date", option, text)
        return value

    return read


def moment(option: str) -> Callable[[str], datetime]:
    """Return a reader of a moment as ``2026-11-23T15:30``, on the Swedish clock without offset."""

    def read(text: str) -> datetime:
        try:
            value = datetime.fromisoformat(text.strip())
        except ValueError:
            raise refused("moment", option, text) from None
        if not FIRST_DAY <= value.date() <= LAST_DAY:
            raise refused("moment", option, text)
        return value if value.tzinfo else value.replace(tzinfo=ZONE)

    return read


def one_of(option: str, choices: tuple[str, ...]) -> Callable[[str], str]:
    """Return a reader of one of ``choices``."""

    def read(text: str) -> str:
        if text not in choices:
            raise refused("choice", option, text, choices=choices)
        return text

    return read
